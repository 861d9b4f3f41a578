package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The workers of a whole server, stopped, and worked by hand: for tests of other modules that must
/// know what has been done and what has not.
public final class WorkersByHand {

    private final Worker worker;
    private final Claims claims;
    private final JdbcClient jdbc;
    private final Connections connections;
    private final Clock clock;

    private WorkersByHand(ApplicationContext context) {
        context.getBean(Workers.class).stop();
        worker = context.getBean(Worker.class);
        claims = context.getBean(Claims.class);
        connections = context.getBean(Connections.class);
        jdbc = context.getBean(JdbcClient.class);
        clock = context.getBean(Clock.class);
    }

    public static WorkersByHand in(ApplicationContext context) {
        return new WorkersByHand(context);
    }

    /// Works on whatever may be taken at this moment.
    public void workAll() {
        for (var claim = worker.claimNext("hand", Delivery.ROUTINE_LANE);
                claim.isPresent();
                claim = worker.claimNext("hand", Delivery.ROUTINE_LANE)) {
            worker.work(claim.get());
        }
    }

    /// Takes one delivery into a hand that then does nothing with it, as a process does that was
    /// killed.
    public void takeAndDie(Instant leasedUntil) {
        var _ = claims.next("dead", Delivery.ROUTINE_LANE, leasedUntil).orElseThrow();
    }

    /// An account of the unit on a network of the test.
    public AccountId connect(UnitId unit, Channel channel, String handle) {
        var id = AccountId.random();
        jdbc.sql(
                        """
                        INSERT INTO account (id, unit_id, network, handle, display_name, server, remote_id, state, limits,
                                             limits_at, created_at)
                        VALUES (:id, :unit, :network, :handle, :handle, 'https://social.example', :remote, 'connected',
                                CAST(:limits AS jsonb), :now, :now)
                        """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("network", channel.network().id())
                .param("handle", handle)
                .param("remote", UUID.randomUUID().toString())
                .param("limits", Snapshots.write(channel.documentedLimits()))
                .param("now", Times.at(clock.instant()))
                .update();
        return id;
    }

    /// The unit no longer has the account.
    public void remove(UnitId unit, AccountId account) {
        connections.remove(unit, account, clock.instant());
    }

    /// The network takes no token of the account any more, or a person has connected it again.
    public void connected(AccountId account, boolean connected) {
        jdbc.sql("UPDATE account SET state = :state WHERE id = :id")
                .param("state", connected ? "connected" : "reconnect")
                .param("id", account.value())
                .update();
    }
}
