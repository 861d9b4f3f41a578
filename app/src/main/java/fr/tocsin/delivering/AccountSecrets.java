package fr.tocsin.delivering;

import java.util.Map;
import java.util.function.UnaryOperator;

/// The tokens of an account, sealed at rest and handed only to its channel.
public interface AccountSecrets {

    Map<String, String> read(AccountId account);

    /// Replaces tokens that the network no longer takes. One refresh at a time per account: whoever
    /// comes second waits and gets what the first one stored. No database connection is held while
    /// `exchange` calls the network, and an empty value never overwrites a token that is there.
    ///
    /// @param stale what [#read] gave and the network refused
    Map<String, String> refresh(
            AccountId account,
            Map<String, String> stale,
            UnaryOperator<Map<String, String>> exchange);

    /// The network no longer accepts this account's tokens and cannot refresh them: a person must
    /// connect it again.
    void mustReconnect(AccountId account, Reason reason);
}
