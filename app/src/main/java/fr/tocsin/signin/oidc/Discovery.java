package fr.tocsin.signin.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the provider publishes about itself (OpenID Connect Discovery 1.0 §4), read when somebody
/// first needs it and again every hour. While it cannot be read, what was read last still holds.
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final long HOURS_WITHOUT_KEYS = 4;

    private final URI issuer;
    private final Envoy envoy;
    private final Clock clock;
    private @Nullable Published published;
    private Instant again = Instant.EPOCH;

    Discovery(URI issuer, Envoy envoy, Clock clock) {
        this.issuer = issuer;
        this.envoy = envoy;
        this.clock = clock;
    }

    /// @param keys refreshed when a token names one that is not known yet
    record Published(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /// @throws IOException when it was never read and cannot be read now
    synchronized Published published() throws IOException {
        var known = published;
        if (known != null && clock.instant().isBefore(again)) {
            return known;
        }
        try {
            var metadata = read();
            var keys =
                    known != null && known.metadata().getJWKSetURI().equals(metadata.getJWKSetURI())
                            ? known.keys()
                            : keys(metadata);
            known = new Published(metadata, keys);
            again = clock.instant().plus(KEPT);
        } catch (IOException unreachable) {
            LOG.warn("{} cannot be read: {}", issuer, unreachable.getMessage());
            if (known == null) {
                throw unreachable;
            }
        }
        published = known;
        return known;
    }

    private OIDCProviderMetadata read() throws IOException {
        var base = issuer.toString().replaceAll("/$", "");
        var text = envoy.get(URI.create(base + "/.well-known/openid-configuration"));
        try {
            var metadata = OIDCProviderMetadata.parse(text);
            if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
                throw new IOException(
                        "it calls itself %s, expected %s; set TOCSIN_OIDC_ISSUER to its own name"
                                .formatted(metadata.getIssuer(), issuer));
            }
            return metadata;
        } catch (ParseException odd) {
            throw new IOException("it is not the description of a provider: " + odd.getMessage());
        }
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata)
            throws MalformedURLException {
        return JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), envoy)
                .refreshAheadCache(false)
                .outageTolerant(Duration.ofHours(HOURS_WITHOUT_KEYS).toMillis())
                .build();
    }
}
