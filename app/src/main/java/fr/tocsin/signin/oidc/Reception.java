package fr.tocsin.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.tocsin.settings.OpenIdConnect;
import fr.tocsin.signin.oidc.Arrival.Identified;
import fr.tocsin.signin.oidc.Arrival.Identity;
import fr.tocsin.signin.oidc.Arrival.Reason;
import fr.tocsin.signin.oidc.Arrival.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks one return: state, issuer, code, token, level (OpenID Connect Core §3.1.2.7, §3.1.3.7;
/// RFC 9207).
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /// How far clocks may differ.
    private static final Duration SKEW = Duration.ofMinutes(1);

    /// Signatures with the provider's public key only: a shared secret could sign for it.
    static final Set<JWSAlgorithm> ALGORITHMS =
            Stream.concat(JWSAlgorithm.Family.RSA.stream(), JWSAlgorithm.Family.EC.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final OpenIdConnect wanted;
    private final Discovery.Published published;
    private final Envoy envoy;
    private final URI back;

    Reception(OpenIdConnect wanted, Discovery.Published published, Envoy envoy, URI back) {
        this.wanted = wanted;
        this.published = published;
        this.envoy = envoy;
        this.back = back;
    }

    Arrival receive(Journey journey, Map<String, String> parameters, boolean wantsName)
            throws IOException {
        var issuer = parameters.get("iss");
        var code = parameters.getOrDefault("code", "");
        if (!same(journey.state(), parameters.getOrDefault("state", ""))
                || (issuer != null && !issuer.equals(wanted.issuer().toString()))) {
            return refused(Reason.UNTRUE, "state or issuer");
        }
        if (parameters.containsKey("error") || code.isEmpty()) {
            return refused(Reason.DECLINED, "broken off");
        }
        try {
            var response = OIDCTokenResponseParser.parse(redeem(journey, code));
            if (!(response instanceof OIDCTokenResponse tokens)) {
                return refused(Reason.UNTRUE, "the code was not accepted");
            }
            var signed = tokens.getOIDCTokens().getIDToken();
            var claims = verified(signed, journey.nonce());
            if (!strong(claims)) {
                return refused(Reason.TOO_WEAK, "acr " + claims.getACR());
            }
            if (journey.purpose() == Journey.Purpose.CONFIRM && old(claims, journey)) {
                return refused(Reason.TOO_OLD, "auth_time");
            }
            var subject = claims.getSubject().getValue();
            return new Identified(
                    new Identity(wanted.issuer().toString(), subject),
                    tokens.getOIDCTokens().getIDTokenString(),
                    wantsName
                            ? new Naming(published, envoy)
                                    .name(tokens.getOIDCTokens().getAccessToken(), subject)
                            : Optional.empty());
        } catch (ParseException | BadJOSEException | JOSEException odd) {
            return refused(Reason.UNTRUE, String.valueOf(odd.getMessage()));
        }
    }

    private static Refused refused(Reason reason, String why) {
        LOG.info("a return from the identity provider is refused: {}, {}", reason, why);
        return new Refused(reason);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private HTTPResponse redeem(Journey journey, String code) throws IOException {
        var grant =
                wanted.pkce()
                        ? new AuthorizationCodeGrant(
                                new AuthorizationCode(code),
                                back,
                                new CodeVerifier(journey.verifier()))
                        : new AuthorizationCodeGrant(new AuthorizationCode(code), back);
        var endpoint = published.metadata().getTokenEndpointURI();
        var authentication = authentication();
        var request =
                authentication.isPresent()
                        ? new TokenRequest.Builder(endpoint, authentication.get(), grant)
                        : new TokenRequest.Builder(
                                endpoint, new ClientID(wanted.clientId()), grant);
        return request.build().toHTTPRequest().send(envoy);
    }

    /// In the header, as RFC 6749 §2.3.1 prefers; in the form where the provider knows only that.
    private Optional<ClientAuthentication> authentication() {
        var methods = published.metadata().getTokenEndpointAuthMethods();
        var inForm =
                methods != null
                        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var client = new ClientID(wanted.clientId());
        return wanted.clientSecret()
                .map(Secret::new)
                .map(secret ->
                        inForm
                                ? new ClientSecretPost(client, secret)
                                : new ClientSecretBasic(client, secret));
    }

    private IDTokenClaimsSet verified(JWT token, String nonce)
            throws BadJOSEException, JOSEException {
        var validator =
                new IDTokenValidator(
                        published.metadata().getIssuer(),
                        new ClientID(wanted.clientId()),
                        new JWSVerificationKeySelector<>(ALGORITHMS, published.keys()),
                        null);
        validator.setMaxClockSkew((int) SKEW.toSeconds());
        return validator.validate(token, new Nonce(nonce));
    }

    private boolean strong(IDTokenClaimsSet claims) {
        var level = claims.getACR();
        return wanted.levels().isEmpty()
                || (level != null && wanted.levels().contains(level.getValue()));
    }

    private static boolean old(IDTokenClaimsSet claims, Journey journey) {
        var proven = claims.getAuthenticationTime();
        return proven == null || proven.toInstant().isBefore(journey.since().minus(SKEW));
    }
}
