package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.units.UnitId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts of the units, without their secrets.
@Repository
class Accounts {

    static final String COLUMNS =
            """
            a.id AS account_id, a.unit_id, a.network, a.handle, a.display_name, a.server, a.remote_id, a.limits,
            a.state AS account_state
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Account> of(UnitId unit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM account a
                                 WHERE a.unit_id = :unit AND a.state <> 'removed'
                                 ORDER BY a.network <> 'site', a.network, a.created_at
                                """)
                .param("unit", unit.value())
                .query(Accounts::account)
                .list();
    }

    Optional<Account> find(UnitId unit, AccountId account) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM account a
                                 WHERE a.unit_id = :unit AND a.id = :account AND a.state <> 'removed'
                                """)
                .param("unit", unit.value())
                .param("account", account.value())
                .query(Accounts::account)
                .optional();
    }

    /// For deliveries that outlive their account.
    Account withRemoved(UnitId unit, AccountId account) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM account a
                                 WHERE a.unit_id = :unit AND a.id = :account
                                """)
                .param("unit", unit.value())
                .param("account", account.value())
                .query(Accounts::account)
                .single();
    }

    /// Every unit has its own site, without anybody connecting it.
    void ensureSite(UnitId unit, Limits limits, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO account (id, unit_id, network, handle, display_name, server, remote_id, state,
                                             limits, limits_at, created_at, demo)
                        SELECT :id, id, 'site', slug, name, '/', slug, 'connected', CAST(:limits AS jsonb), :now,
                               :now, demo
                          FROM unit
                         WHERE id = :unit
                        ON CONFLICT (unit_id, network, server, remote_id) WHERE state <> 'removed' DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", unit.value())
                .param("limits", Snapshots.write(limits))
                .param("now", at(now))
                .update();
    }

    void announce(AccountId account, Limits limits, Instant now) {
        jdbc.sql(
                        """
                        UPDATE account SET limits = CAST(:limits AS jsonb), limits_at = :now
                         WHERE id = :account AND state <> 'removed'
                        """)
                .param("limits", Snapshots.write(limits))
                .param("now", at(now))
                .param("account", account.value())
                .update();
    }

    /// Hands out accounts whose limits were read before the given time, each to one node.
    List<Account> takeStale(Instant before, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE account a SET limits_at = :now
                         WHERE a.id IN (SELECT id FROM account
                                         WHERE state = 'connected' AND limits_at < :before
                                         ORDER BY limits_at LIMIT 20 FOR UPDATE SKIP LOCKED)
                        RETURNING
                        """
                                + " "
                                + COLUMNS)
                .param("before", at(before))
                .param("now", at(now))
                .query(Accounts::account)
                .list();
    }

    /// Nothing leaves through it until a person has connected it again.
    void mustReconnect(AccountId account, Reason reason) {
        jdbc.sql(
                        """
                        UPDATE account SET state = 'reconnect', reason_code = :code, reason_detail = :detail
                         WHERE id = :account AND state = 'connected'
                        """)
                .param("code", reason.code())
                .param("detail", reason.detail())
                .param("account", account.value())
                .update();
    }

    /// The network wants less from this account: its deliveries wait, removals only for what it
    /// said of removals.
    void pause(AccountId account, Operation operation, Instant until) {
        jdbc.sql(
                        operation == Operation.DELETE
                                ? """
                                UPDATE account
                                   SET removals_paused_until = greatest(removals_paused_until, :until)
                                 WHERE id = :id
                                """
                                : """
                                UPDATE account SET paused_until = greatest(paused_until, :until) WHERE id = :id
                                """)
                .param("until", at(until))
                .param("id", account.value())
                .update();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("account_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new Network(row.getString("network")),
                row.getString("handle"),
                row.getString("display_name"),
                URI.create(row.getString("server")),
                row.getString("remote_id"),
                Snapshots.limits(row.getString("limits")),
                Account.State.valueOf(row.getString("account_state").toUpperCase(Locale.ROOT)));
    }
}
