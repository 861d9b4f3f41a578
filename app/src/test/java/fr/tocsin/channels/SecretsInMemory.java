package fr.tocsin.channels;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.AccountSecrets;
import fr.tocsin.delivering.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// The tokens of accounts, for tests.
public final class SecretsInMemory implements AccountSecrets {

    private final Map<AccountId, Map<String, String>> kept = new HashMap<>();
    private final Set<AccountId> toReconnect = ConcurrentHashMap.newKeySet();
    private final Set<String> everSeen = new HashSet<>();
    private int refreshes;

    public synchronized void put(AccountId account, Map<String, String> secrets) {
        kept.put(account, Map.copyOf(secrets));
        everSeen.addAll(secrets.values());
    }

    @Override
    public synchronized Map<String, String> read(AccountId account) {
        return kept.getOrDefault(account, Map.of());
    }

    @Override
    public synchronized Map<String, String> refresh(
            AccountId account,
            Map<String, String> stale,
            UnaryOperator<Map<String, String>> exchange) {
        if (read(account).equals(stale)) {
            refreshes++;
            var fresh = new HashMap<>(stale);
            exchange.apply(stale)
                    .forEach((name, value) -> {
                        if (!value.isEmpty()) {
                            fresh.put(name, value);
                        }
                    });
            put(account, fresh);
        }
        return read(account);
    }

    @Override
    public void mustReconnect(AccountId account, Reason reason) {
        toReconnect.add(account);
    }

    public Set<AccountId> toReconnect() {
        return Set.copyOf(toReconnect);
    }

    public synchronized int refreshes() {
        return refreshes;
    }

    /// Every value that was ever kept: none of them may show anywhere.
    public synchronized Set<String> everSeen() {
        return Set.copyOf(everSeen);
    }
}
