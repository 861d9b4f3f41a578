package fr.tocsin.takedown;

import static fr.tocsin.takedown.Columns.at;
import static fr.tocsin.takedown.Columns.instant;
import static fr.tocsin.takedown.Columns.instantOrNull;
import static fr.tocsin.takedown.Columns.uuid;
import static fr.tocsin.takedown.Columns.word;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Copy;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The copies of a takedown and how each ends. Written only while the takedown is locked.
@Repository
class CopyBook {

    private static final String SELECT =
            """
            SELECT c.id, c.delivery_id, c.part, c.account_id, c.network, c.handle, c.post_id, c.post_version, c.permalink,
                   c.ending, c.reason_code, c.reason_detail, c.next_try, c.public_since, c.ended_at, c.verifiable,
                   c.verified_at, c.reopened, c.owner_id, c.owner_name, c.remind_at, c.reminded_at, c.by_hand_name,
                   c.by_hand, c.by_hand_at,
                   (SELECT count(*) FROM takedown_look WHERE copy_id = c.id AND done_at >= c.ended_at) AS looks,
                   (SELECT count(*) FROM takedown_look WHERE copy_id = c.id AND done_at IS NULL) AS ahead,
                   (SELECT min(due_at) FROM takedown_look WHERE copy_id = c.id AND done_at IS NULL) AS next_look
              FROM takedown_copy c
            """;

    private final JdbcClient jdbc;

    CopyBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TakedownCopy> of(TakedownId takedown) {
        return jdbc.sql(
                        SELECT
                                + " WHERE c.takedown_id = :takedown"
                                + " ORDER BY c.network <> 'site', c.network, c.handle, c.delivery_id, c.part")
                .param("takedown", takedown.value())
                .query(CopyBook::copy)
                .list();
    }

    Optional<TakedownCopy> find(TakedownId takedown, UUID copy) {
        return jdbc.sql(SELECT + " WHERE c.takedown_id = :takedown AND c.id = :copy")
                .param("takedown", takedown.value())
                .param("copy", copy)
                .query(CopyBook::copy)
                .optional();
    }

    /// Notes where a copy stands; what a person has noted about it stays.
    void put(Takedown takedown, Copy copy, Ending ending) {
        var post = copy.post();
        var reason = copy.reason();
        jdbc.sql(
                        """
                        INSERT INTO takedown_copy AS c (id, takedown_id, unit_id, delivery_id, part, account_id, network,
                                                        handle, post_id, post_version, permalink, ending, reason_code,
                                                        reason_detail, next_try, public_since, ended_at, verifiable)
                        VALUES (:id, :takedown, :unit, :delivery, :part, :account, :network, :handle, :post, :version,
                                :permalink, :ending, :code, :detail, :next, :since, :ended, :verifiable)
                        ON CONFLICT (takedown_id, delivery_id, part) DO UPDATE
                           SET ending = excluded.ending, reason_code = excluded.reason_code,
                               reason_detail = excluded.reason_detail, next_try = excluded.next_try,
                               public_since = coalesce(excluded.public_since, c.public_since),
                               ended_at = excluded.ended_at, verifiable = excluded.verifiable
                        """)
                .param("id", UUID.randomUUID())
                .param("takedown", takedown.id().value())
                .param("unit", takedown.unit().value())
                .param("delivery", copy.delivery().value())
                .param("part", copy.part())
                .param("account", copy.account().id().value())
                .param("network", copy.account().network().id())
                .param("handle", copy.account().handle())
                .param("post", post == null ? null : post.id())
                .param("version", post == null ? null : post.version())
                .param(
                        "permalink",
                        post == null || post.permalink() == null
                                ? null
                                : post.permalink().toString())
                .param("ending", word(ending))
                .param("code", reason == null ? null : reason.code())
                .param("detail", reason == null ? null : reason.detail())
                .param("next", at(copy.nextTry()))
                .param("since", at(copy.since()))
                .param("ended", at(copy.endedAt()))
                .param("verifiable", copy.verifiable())
                .update();
    }

    /// What nobody could see has been found, or never was there.
    void forget(UUID copy) {
        jdbc.sql("DELETE FROM takedown_copy WHERE id = :id").param("id", copy).update();
    }

    /// Somebody has to go there.
    void assign(UUID copy, MemberId owner, String name, @Nullable Instant remindAt) {
        jdbc.sql(
                        """
                        UPDATE takedown_copy
                           SET owner_id = :owner, owner_name = :name, remind_at = :remind, reminded_at = NULL
                         WHERE id = :id
                        """)
                .param("owner", owner.value())
                .param("name", name)
                .param("remind", at(remindAt))
                .param("id", copy)
                .update();
    }

    void reminded(UUID copy, Instant now, Instant next) {
        jdbc.sql(
                        """
                        UPDATE takedown_copy SET reminded_at = :now, remind_at = :next WHERE id = :id
                        """)
                .param("now", at(now))
                .param("next", at(next))
                .param("id", copy)
                .update();
    }

    void byHand(UUID copy, Officer officer, String remark, Instant now) {
        jdbc.sql(
                        """
                        UPDATE takedown_copy
                           SET ending = 'removed', ended_at = :now, by_hand_name = :name, by_hand = :remark,
                               by_hand_at = :now, next_try = NULL, remind_at = NULL
                         WHERE id = :id
                        """)
                .param("now", at(now))
                .param("name", officer.name())
                .param("remark", remark)
                .param("id", copy)
                .update();
    }

    /// It is there again: what was said of its end no longer holds.
    void reopen(UUID copy) {
        jdbc.sql(
                        """
                        UPDATE takedown_copy
                           SET ending = 'waiting', ended_at = NULL, verified_at = NULL, reopened = reopened + 1,
                               by_hand_name = NULL, by_hand = NULL, by_hand_at = NULL
                         WHERE id = :id
                        """)
                .param("id", copy)
                .update();
    }

    void verified(UUID copy, Instant now) {
        jdbc.sql("UPDATE takedown_copy SET verified_at = :now WHERE id = :id")
                .param("now", at(now))
                .param("id", copy)
                .update();
    }

    private static TakedownCopy copy(ResultSet row, int number) throws SQLException {
        return new TakedownCopy(
                uuid(row, "id"),
                new DeliveryId(uuid(row, "delivery_id")),
                row.getInt("part"),
                new AccountId(uuid(row, "account_id")),
                row.getString("network"),
                row.getString("handle"),
                post(row),
                word(Ending.class, row.getString("ending")),
                reason(row),
                instantOrNull(row, "next_try"),
                instantOrNull(row, "public_since"),
                instantOrNull(row, "ended_at"),
                row.getBoolean("verifiable"),
                new TakedownCopy.Verification(
                        instantOrNull(row, "verified_at"),
                        row.getInt("looks"),
                        row.getInt("ahead"),
                        instantOrNull(row, "next_look")),
                row.getInt("reopened"),
                task(row),
                row.getString("by_hand") == null
                        ? null
                        : new TakedownCopy.ByHand(
                                row.getString("by_hand_name"),
                                row.getString("by_hand"),
                                instant(row, "by_hand_at")));
    }

    private static @Nullable RemotePost post(ResultSet row) throws SQLException {
        var id = row.getString("post_id");
        var permalink = row.getString("permalink");
        return id == null
                ? null
                : new RemotePost(
                        id,
                        row.getString("post_version"),
                        permalink == null ? null : URI.create(permalink));
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        var code = row.getString("reason_code");
        return code == null ? null : new Reason(code, row.getString("reason_detail"));
    }

    private static TakedownCopy.@Nullable Task task(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_id", UUID.class);
        return owner == null
                ? null
                : new TakedownCopy.Task(
                        new MemberId(owner),
                        row.getString("owner_name"),
                        instantOrNull(row, "remind_at"),
                        instantOrNull(row, "reminded_at"));
    }
}
