package fr.tocsin.channels.bluesky;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Addresses of servers.
final class Servers {

    private Servers() {}

    /// As people type it, with or without `https://`; whatever follows the host is left out.
    static Optional<URI> parse(String text) {
        var typed = text.strip();
        try {
            var uri = new URI(typed.contains("://") ? typed : "https://" + typed);
            var scheme = uri.getScheme();
            return uri.getHost() != null
                            && uri.getPort() <= 65535
                            && uri.getUserInfo() == null
                            && ("https".equals(scheme) || "http".equals(scheme))
                    ? Optional.of(
                            new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null))
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
