package fr.tocsin.delivering;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.tocsin.database.FreshDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One server of several on the same database, with its own connections, worked by hand.
final class Node implements AutoCloseable {

    final HikariDataSource pool;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Claims claims;
    final Worker worker;
    final Delivering delivering;
    final Recalls recalls;
    final Stopping stopping;
    final Doorbell doorbell = new Doorbell();
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    private final Pace pace;
    private final Clock clock;

    Node(FreshDatabase database, Channel channel, Pace pace, Clock clock) {
        this.pace = pace;
        this.clock = clock;
        var settings = new HikariConfig();
        settings.setDataSource(database.dataSource());
        settings.setMaximumPoolSize(12);
        pool = new HikariDataSource(settings);
        var transactions = new JdbcTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        jdbc = JdbcClient.create(pool);
        var beans = new StaticListableBeanFactory();
        beans.addBean("channel", channel);
        var channels = new Channels(beans.getBeanProvider(Channel.class));
        var deliveries = new Deliveries(jdbc);
        var accounts = new Accounts(jdbc);
        var orders = new Orders(jdbc);
        var corrections = new Corrections(jdbc, deliveries, orders, accounts, channels);
        var stoppages = new Stoppages(jdbc);
        var reports = new Reports(jdbc, deliveries, channels, stoppages);
        var grip = new Grip(jdbc);
        claims = new Claims(jdbc, transactions, grip, clock);
        var ledger = new Ledger(jdbc, transactions, grip, stoppages, clock);
        var courier = new Courier(clock);
        var removals = new Removals(jdbc, transactions, grip, clock);
        var verdicts = new Verdicts(ledger, removals, accounts, pace, clock, events::add);
        var plans = new Plans(ledger, deliveries, courier, pace, clock);
        worker =
                new Worker(
                        claims,
                        channels,
                        new Publisher(ledger, deliveries, plans, verdicts, courier, pace, clock),
                        new Remover(
                                ledger,
                                deliveries,
                                accounts,
                                verdicts,
                                courier,
                                pace,
                                words(),
                                clock),
                        new Rationing(jdbc),
                        verdicts,
                        pace,
                        clock);
        var decisions = new Decisions(jdbc, deliveries, orders, corrections, reports, accounts);
        var whereabouts = new Whereabouts(deliveries, accounts, channels);
        recalls = new Recalls(jdbc, orders, whereabouts, accounts, channels, doorbell, clock);
        stopping =
                new Stopping(
                        stoppages, new Backlog(jdbc), doorbell, transaction, events::add, clock);
        delivering =
                new Delivering(
                        accounts,
                        orders,
                        corrections,
                        reports,
                        decisions,
                        channels,
                        doorbell,
                        transaction,
                        events::add,
                        clock);
    }

    private static MessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("words.delivering");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /// The threads of this node, not started.
    Workers workers() {
        return new Workers(worker, claims, doorbell, pace, clock);
    }

    Claim claim() {
        return worker.claimNext("test", Delivery.ROUTINE_LANE).orElseThrow();
    }

    /// Works on whatever may be taken at this moment.
    ///
    /// @return how many deliveries were taken
    int workAll() {
        for (int taken = 0; ; taken++) {
            var claim = worker.claimNext("test", Delivery.ROUTINE_LANE);
            if (claim.isEmpty()) {
                return taken;
            }
            worker.work(claim.get());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
