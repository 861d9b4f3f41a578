package fr.tocsin.signin.oidc;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.tocsin.settings.OpenIdConnect;
import fr.tocsin.settings.Settings;
import fr.tocsin.signin.oidc.Journey.Purpose;
import fr.tocsin.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The way to the identity provider and back: authorization code with PKCE, state and nonce. Asks
/// nothing before somebody wants to go there, so that a provider that is down stops no start.
@Component
public class Provider {

    /// Where it sends people back to; registered there.
    public static final String BACK = "/desk/sign-in/oidc/answer";

    /// Where it sends people after signing out there; registered there.
    public static final String OUT = "/desk/sign-in/oidc/out";

    private static final int STATE_BYTES = 32; // ProConnect asks for 32 characters at least

    private final Settings settings;
    private final Transport transport;
    private final Clock clock;
    private final Optional<Discovery> discovery;

    Provider(Settings settings, Transport transport, Clock clock) {
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
        discovery =
                settings.openIdConnect()
                        .map(wanted -> new Discovery(wanted.issuer(), new Envoy(transport), clock));
    }

    /// Whether there is one.
    public boolean offered() {
        return discovery.isPresent();
    }

    /// What people call it; empty when there is none.
    public String name() {
        return settings.openIdConnect().map(OpenIdConnect::name).orElse("");
    }

    /// The provider's own name for itself; empty when there is none.
    public String issuer() {
        return settings.openIdConnect().map(wanted -> wanted.issuer().toString()).orElse("");
    }

    /// Whether the provider's name is asked for: only a newcomer's is not known yet.
    private static boolean wantsName(Journey journey) {
        return journey.purpose() == Purpose.JOIN;
    }

    /// A journey that begins now.
    public Journey prepare(Purpose purpose, String detail) {
        return new Journey(
                purpose,
                detail,
                new State(STATE_BYTES).getValue(),
                new Nonce(STATE_BYTES).getValue(),
                new CodeVerifier().getValue(),
                clock.instant());
    }

    /// The address to go to. Empty when the provider does not answer.
    public Optional<URI> departure(Journey journey) {
        var wanted = settings.openIdConnect().orElseThrow();
        try {
            var metadata = discovery.orElseThrow().published().metadata();
            var request =
                    new AuthenticationRequest.Builder(
                                    ResponseType.CODE,
                                    new Scope(wanted.scopes().toArray(String[]::new)),
                                    new ClientID(wanted.clientId()),
                                    back())
                            .endpointURI(metadata.getAuthorizationEndpointURI())
                            .state(new State(journey.state()))
                            .nonce(new Nonce(journey.nonce()));
            if (wanted.pkce()) {
                request.codeChallenge(
                        new CodeVerifier(journey.verifier()), CodeChallengeMethod.S256);
            }
            if (journey.purpose() == Purpose.CONFIRM) {
                request.prompt(Prompt.Type.LOGIN);
            }
            assurance(request, metadata, wanted, journey);
            return Optional.of(request.build().toURI());
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    /// Asks for level and age by `claims` where the provider knows it (ProConnect refuses every
    /// other parameter), else by `acr_values` and `max_age`.
    private static void assurance(
            AuthenticationRequest.Builder request,
            OIDCProviderMetadata metadata,
            OpenIdConnect wanted,
            Journey journey) {
        var again = journey.purpose() == Purpose.CONFIRM;
        if (metadata.supportsClaimsParam()) {
            var claims = new ClaimsSetRequest();
            if (!wanted.levels().isEmpty()) {
                claims =
                        claims.add(
                                new ClaimsSetRequest.Entry("acr")
                                        .withClaimRequirement(ClaimRequirement.ESSENTIAL)
                                        .withValues(wanted.levels()));
            }
            if (again) {
                claims =
                        claims.add(
                                new ClaimsSetRequest.Entry("auth_time")
                                        .withClaimRequirement(ClaimRequirement.ESSENTIAL));
            }
            if (!claims.getEntries().isEmpty()) {
                request.claims(new OIDCClaimsRequest().withIDTokenClaimsRequest(claims));
            }
            return;
        }
        if (!wanted.levels().isEmpty()) {
            request.acrValues(wanted.levels().stream().map(ACR::new).toList());
        }
        if (again) {
            request.maxAge(0);
        }
    }

    /// Reads what the provider sent the browser back with.
    ///
    /// @param parameters of the address, as the browser brought them
    public Arrival arrival(Journey journey, Map<String, String> parameters) {
        var wanted = settings.openIdConnect().orElseThrow();
        try {
            var published = discovery.orElseThrow().published();
            return new Reception(wanted, published, new Envoy(transport), back())
                    .receive(journey, parameters, wantsName(journey));
        } catch (IOException unreachable) {
            return new Arrival.Refused(Arrival.Reason.UNREACHABLE);
        }
    }

    /// Where to sign out at the provider (OpenID Connect RP-Initiated Logout 1.0 §2). Empty when it
    /// offers no such thing, or does not answer.
    public Optional<URI> farewell(String idToken, String state) {
        if (discovery.isEmpty()) {
            return Optional.empty();
        }
        try {
            var end = discovery.get().published().metadata().getEndSessionEndpointURI();
            return end == null
                    ? Optional.empty()
                    : Optional.of(
                            new LogoutRequest(
                                            end,
                                            JWTParser.parse(idToken),
                                            settings.publicUrl().resolve(OUT),
                                            new State(state))
                                    .toURI());
        } catch (IOException | java.text.ParseException unreachable) {
            return Optional.empty();
        }
    }

    private URI back() {
        return settings.publicUrl().resolve(BACK);
    }
}
