package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps part of what a network allows an account for alerts and removals: planned posts and
/// replies stop at four fifths, so that a takedown never finds everything spent.
@Repository
class Rationing {

    private final JdbcClient jdbc;

    Rationing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// When this delivery may use what is left; empty when it may now.
    Optional<Instant> freeAt(Claim claim, Channel channel, Instant now) {
        if (claim.delivery().lane() <= Delivery.REMOVAL_LANE
                || !(channel instanceof Channel.Rations rations)) {
            return Optional.empty();
        }
        return rations.rations().stream()
                .flatMap(ration -> freeAt(claim.account().id(), ration, now).stream())
                .max(Instant::compareTo);
    }

    /// The act whose end of the span makes room for one more.
    private Optional<Instant> freeAt(
            AccountId account, Channel.Rations.Ration ration, Instant now) {
        var forRoutine = Math.max(1, ration.acts() - ration.acts() / 5);
        return jdbc.sql(
                        """
                        SELECT s.last_armed_at
                          FROM delivery d JOIN delivery_step s ON s.delivery_id = d.id
                         WHERE d.account_id = :account AND d.begun_at > :since AND s.last_armed_at > :since
                         ORDER BY s.last_armed_at DESC OFFSET :most LIMIT 1
                        """)
                .param("account", account.value())
                .param("since", at(now.minus(ration.span())))
                .param("most", forRoutine - 1)
                .query((row, number) -> Times.instant(row, "last_armed_at"))
                .optional()
                .map(oldest -> oldest.plus(ration.span()));
    }
}
