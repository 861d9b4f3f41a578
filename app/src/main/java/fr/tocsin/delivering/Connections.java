package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.delivering.Connects.Progress;
import fr.tocsin.secrets.Secrets;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes how accounts come and go, and keeps what a network's consent page interrupts.
@Repository
class Connections {

    private final JdbcClient jdbc;
    private final SealedSecrets sealed;
    private final Secrets secrets;

    Connections(JdbcClient jdbc, SealedSecrets sealed, Secrets secrets) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.secrets = secrets;
    }

    /// Adds the account, or gives the one that is there its new tokens.
    AccountId connect(
            UnitId unit, Network network, Progress.Connected connected, MemberId by, Instant now) {
        var known = known(unit, network, connected);
        var id = known.orElseGet(AccountId::random);
        jdbc.sql(
                        """
                        INSERT INTO account AS a (id, unit_id, network, handle, display_name, server, remote_id, state,
                                                  limits, limits_at, secrets, connected_by, created_at)
                        VALUES (:id, :unit, :network, :handle, :name, :server, :remote, 'connected',
                                CAST(:limits AS jsonb), :now, :secrets, :by, :now)
                        ON CONFLICT (id) DO UPDATE
                           SET handle = excluded.handle, display_name = excluded.display_name, state = 'connected',
                               reason_code = NULL, reason_detail = NULL, limits = excluded.limits,
                               limits_at = excluded.limits_at, secrets = excluded.secrets,
                               secrets_version = a.secrets_version + 1, connected_by = excluded.connected_by,
                               paused_until = NULL, removals_paused_until = NULL, refresh_by = NULL, refresh_until = NULL
                        """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("network", network.id())
                .param("handle", connected.handle())
                .param("name", connected.displayName())
                .param("server", connected.server().toString())
                .param("remote", connected.remoteId())
                .param("limits", Snapshots.write(connected.limits()))
                .param("secrets", sealed.seal(id, connected.secrets()))
                .param("by", by.value())
                .param("now", at(now))
                .update();
        hurryRemovals(id, now);
        return id;
    }

    /// What waited for a token has waited long enough.
    private void hurryRemovals(AccountId account, Instant now) {
        jdbc.sql(
                        """
                        UPDATE delivery SET next_at = least(next_at, :now)
                         WHERE account_id = :account AND operation = 'delete' AND state = 'ready'
                        """)
                .param("account", account.value())
                .param("now", at(now))
                .update();
    }

    private Optional<AccountId> known(UnitId unit, Network network, Progress.Connected connected) {
        return jdbc.sql(
                        """
                        SELECT id FROM account
                         WHERE unit_id = :unit AND network = :network AND server = :server
                           AND remote_id = :remote AND state <> 'removed'
                           FOR UPDATE
                        """)
                .param("unit", unit.value())
                .param("network", network.id())
                .param("server", connected.server().toString())
                .param("remote", connected.remoteId())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /// Erases the secrets at once. What has not begun is cancelled; what may be public already is
    /// put before a person, since nobody can look any more.
    ///
    /// @return false when the unit has no such account
    boolean remove(UnitId unit, AccountId account, Instant now) {
        var removed =
                jdbc.sql(
                                """
                                UPDATE account
                                   SET state = 'removed', secrets = NULL, secrets_version = secrets_version + 1,
                                       removed_at = :now
                                 WHERE unit_id = :unit AND id = :account AND state <> 'removed'
                                   AND network <> 'site'
                                """)
                        .param("now", at(now))
                        .param("unit", unit.value())
                        .param("account", account.value())
                        .update();
        jdbc.sql(
                        """
                        UPDATE delivery
                           SET state = CASE WHEN begun_at IS NULL THEN 'cancelled' ELSE 'attention' END,
                               epoch = epoch + 1, reason_code = 'account-removed', reason_detail = NULL,
                               settled_at = CASE WHEN begun_at IS NULL THEN CAST(:now AS timestamptz) END
                         WHERE unit_id = :unit AND account_id = :account AND state IN ('ready', 'claimed')
                           AND EXISTS (SELECT FROM account WHERE id = :account AND state = 'removed')
                        """)
                .param("now", at(now))
                .param("unit", unit.value())
                .param("account", account.value())
                .update();
        return removed == 1;
    }

    void keep(UnitId unit, MemberId member, Network network, Progress.GoTo goTo, Instant until) {
        jdbc.sql(
                        """
                        INSERT INTO account_consent (state, unit_id, member_id, network, page, kept, expires_at)
                        VALUES (:state, :unit, :member, :network, :page, :kept, :until)
                        """)
                .param("state", goTo.state())
                .param("unit", unit.value())
                .param("member", member.value())
                .param("network", network.id())
                .param("page", goTo.page().toString())
                .param("kept", secrets.seal(Snapshots.bytes(goTo.kept()), context(goTo.state())))
                .param("until", at(until))
                .update();
    }

    /// Where the network asks this member for consent.
    Optional<URI> consentPage(UnitId unit, MemberId member, String state, Instant now) {
        return jdbc.sql(
                        """
                        SELECT page FROM account_consent
                         WHERE state = :state AND unit_id = :unit AND member_id = :member AND expires_at > :now
                        """)
                .param("state", state)
                .param("unit", unit.value())
                .param("member", member.value())
                .param("now", at(now))
                .query(String.class)
                .optional()
                .map(URI::create);
    }

    /// The unit for which this state was given out, to find the way back.
    Optional<UnitId> unitOf(Network network, String state, Instant now) {
        return jdbc.sql(
                        """
                        SELECT unit_id FROM account_consent
                         WHERE state = :state AND network = :network AND expires_at > :now
                        """)
                .param("state", state)
                .param("network", network.id())
                .param("now", at(now))
                .query(UUID.class)
                .optional()
                .map(UnitId::new);
    }

    /// Gives back what was kept, once.
    Optional<Map<String, String>> take(
            UnitId unit, MemberId member, Network network, String state, Instant now) {
        jdbc.sql("DELETE FROM account_consent WHERE expires_at <= :now")
                .param("now", at(now))
                .update();
        return jdbc.sql(
                        """
                        DELETE FROM account_consent
                         WHERE state = :state AND unit_id = :unit AND member_id = :member AND network = :network
                        RETURNING kept
                        """)
                .param("state", state)
                .param("unit", unit.value())
                .param("member", member.value())
                .param("network", network.id())
                .query(byte[].class)
                .optional()
                .map(kept -> Snapshots.words(secrets.open(kept, context(state))));
    }

    private static String context(String state) {
        return "account consent " + state;
    }
}
