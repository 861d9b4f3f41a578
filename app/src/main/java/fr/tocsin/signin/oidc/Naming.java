package fr.tocsin.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the provider calls somebody, so that a newcomer need not type it.
final class Naming {

    private static final Logger LOG = LoggerFactory.getLogger(Naming.class);

    private final Discovery.Published published;
    private final Envoy envoy;

    Naming(Discovery.Published published, Envoy envoy) {
        this.published = published;
        this.envoy = envoy;
    }

    /// The name in the user info, plain or signed (OpenID Connect Core §5.3.2); empty when there is
    /// none, or when it is about somebody else.
    Optional<String> name(@Nullable AccessToken token, String subject) throws IOException {
        var endpoint = published.metadata().getUserInfoEndpointURI();
        if (endpoint == null || token == null) {
            return Optional.empty();
        }
        try {
            var answer = new UserInfoRequest(endpoint, token).toHTTPRequest().send(envoy);
            var response = UserInfoResponse.parse(answer);
            if (!response.indicatesSuccess()) {
                return Optional.empty();
            }
            var success = response.toSuccessResponse();
            Map<String, Object> claims =
                    success.getUserInfoJWT() instanceof SignedJWT signed
                            ? opened(signed)
                            : success.getUserInfo().toJSONObject();
            return subject.equals(claims.get("sub")) ? spoken(claims) : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException odd) {
            LOG.info("the user info cannot be read: {}", odd.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, Object> opened(SignedJWT signed) throws BadJOSEException, JOSEException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Reception.ALGORITHMS, published.keys()));
        return processor.process(signed, null).getClaims();
    }

    /// ProConnect says `given_name` and `usual_name`, others `name` or `family_name`.
    private static Optional<String> spoken(Map<String, Object> claims) {
        var family = claims.getOrDefault("usual_name", claims.get("family_name"));
        var parts =
                Stream.of(claims.get("given_name"), family)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList();
        var name =
                parts.isEmpty() ? List.of(String.valueOf(claims.getOrDefault("name", ""))) : parts;
        return Optional.of(String.join(" ", name).strip()).filter(text -> !text.isEmpty());
    }
}
