package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.net.URI;

/// One account of a unit on a network. Its secrets are not here: see [AccountSecrets].
///
/// @param handle the name that people see, such as `@police86@mastodon.social`
/// @param server the root of the server that holds the account
/// @param remoteId the network's own id of the account (a number, a DID)
/// @param limits what the network allows, as last announced or as documented
public record Account(
        AccountId id,
        UnitId unit,
        Network network,
        String handle,
        String displayName,
        URI server,
        String remoteId,
        Limits limits,
        State state) {

    /// Whether deliveries can leave through this account.
    public enum State {
        CONNECTED,
        RECONNECT,
        REMOVED
    }
}
