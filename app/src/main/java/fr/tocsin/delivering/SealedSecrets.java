package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tokens of the accounts, sealed. Who refreshes them holds a lease in the account's row, so
/// that of several workers and nodes only one spends the refresh token.
@Component
class SealedSecrets implements AccountSecrets {

    /// Longer than any exchange with a network takes.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Clock clock;

    SealedSecrets(JdbcClient jdbc, Secrets secrets, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Map<String, String> read(AccountId account) {
        return load(account).words();
    }

    @Override
    public Map<String, String> refresh(
            AccountId account,
            Map<String, String> stale,
            UnaryOperator<Map<String, String>> exchange) {
        var me = UUID.randomUUID();
        for (int waited = 0; ; waited++) {
            var kept = load(account);
            if (!kept.words().equals(stale)) {
                return kept.words();
            }
            if (lease(account, kept.version(), me)) {
                return exchange(account, kept, me, exchange);
            }
            if (LOOK_EVERY.multipliedBy(waited).compareTo(LEASE.multipliedBy(2)) > 0) {
                throw new IllegalStateException(
                        "tokens of account %s are being refreshed by somebody who never ends; nothing was changed"
                                .formatted(account));
            }
            pause();
        }
    }

    private Map<String, String> exchange(
            AccountId account, Kept kept, UUID me, UnaryOperator<Map<String, String>> exchange) {
        try {
            var merged = new HashMap<>(kept.words());
            exchange.apply(kept.words())
                    .forEach((name, value) -> {
                        if (!value.isBlank()) {
                            merged.put(name, value);
                        }
                    });
            return store(account, kept.version(), merged) ? Map.copyOf(merged) : read(account);
        } finally {
            release(account, me);
        }
    }

    @Override
    public void mustReconnect(AccountId account, Reason reason) {
        accounts.mustReconnect(account, reason);
    }

    /// What to keep in the column.
    byte[] seal(AccountId account, Map<String, String> words) {
        return secrets.seal(Snapshots.bytes(words), context(account));
    }

    private Kept load(AccountId account) {
        return jdbc.sql("SELECT secrets, secrets_version FROM account WHERE id = :account")
                .param("account", account.value())
                .query((row, number) -> {
                    var sealed = row.getBytes("secrets");
                    return new Kept(
                            sealed == null
                                    ? Map.of()
                                    : Snapshots.words(secrets.open(sealed, context(account))),
                            row.getInt("secrets_version"));
                })
                .single();
    }

    private boolean lease(AccountId account, int version, UUID me) {
        var now = clock.instant();
        return jdbc.sql(
                                """
                                UPDATE account SET refresh_by = :me, refresh_until = :until
                                 WHERE id = :account AND secrets_version = :version
                                   AND (refresh_until IS NULL OR refresh_until < :now)
                                """)
                        .param("me", me)
                        .param("until", at(now.plus(LEASE)))
                        .param("account", account.value())
                        .param("version", version)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /// Fails when a person has connected or removed the account meanwhile: what they did counts.
    private boolean store(AccountId account, int version, Map<String, String> words) {
        return jdbc.sql(
                                """
                                UPDATE account SET secrets = :sealed, secrets_version = secrets_version + 1
                                 WHERE id = :account AND secrets_version = :version AND state <> 'removed'
                                """)
                        .param("sealed", seal(account, words))
                        .param("account", account.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private void release(AccountId account, UUID me) {
        jdbc.sql(
                        """
                        UPDATE account SET refresh_by = NULL, refresh_until = NULL
                         WHERE id = :account AND refresh_by = :me
                        """)
                .param("account", account.value())
                .param("me", me)
                .update();
    }

    private static String context(AccountId account) {
        return "account " + account;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for another refresh", e);
        }
    }

    private record Kept(Map<String, String> words, int version) {}
}
