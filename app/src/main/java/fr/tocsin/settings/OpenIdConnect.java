package fr.tocsin.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// An identity provider with which members may sign in.
///
/// @param issuer exactly as the provider names itself; what it publishes is found below
/// @param clientSecret empty for a client without one
/// @param name what people call it, shown on the sign-in page
/// @param scopes `openid` among them
/// @param levels accepted values of `acr`, any of which will do; empty when none is checked
/// @param pkce whether the code is bound to the asking server by PKCE
public record OpenIdConnect(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        String name,
        List<String> scopes,
        List<String> levels,
        boolean pkce) {

    /// The settings of which it is made.
    static final class Declared {

        private final Setting<URI> issuer =
                Settings.declare(
                        "TOCSIN_OIDC_ISSUER",
                        Kind.ISSUER,
                        "",
                        "Identity provider (OpenID Connect) with which members may sign in; without"
                                + " it there is none. See `docs/signin.md`.");
        private final Setting<String> client =
                Settings.declare(
                        "TOCSIN_OIDC_CLIENT",
                        Kind.TEXT,
                        "",
                        "Name under which the provider knows this server (`client_id`).");
        private final Setting<String> secret =
                Settings.declareSecret(
                        "TOCSIN_OIDC_SECRET",
                        Kind.TEXT,
                        "Secret that the provider gave this server (`client_secret`).");
        private final Setting<String> name =
                Settings.declare(
                        "TOCSIN_OIDC_NAME",
                        Kind.TEXT,
                        "OpenID Connect",
                        "What people call the provider, for the sign-in page.");
        private final Setting<List<String>> scopes =
                Settings.declare(
                        "TOCSIN_OIDC_SCOPES",
                        Kind.WORDS,
                        "openid profile",
                        "Scopes that are asked for.");
        private final Setting<List<String>> levels =
                Settings.declare(
                        "TOCSIN_OIDC_ACR",
                        Kind.WORDS,
                        "",
                        "Levels of assurance (`acr`) that are accepted, any of which will do;"
                                + " without it the provider alone sees to two factors.");
        private final Setting<Boolean> pkce =
                Settings.declare(
                        "TOCSIN_OIDC_PKCE",
                        Kind.SWITCH,
                        "true",
                        "Whether PKCE is used; only for a provider that refuses its parameters.");

        Optional<OpenIdConnect> of(Settings settings) {
            return settings.optional(issuer)
                    .map(uri ->
                            new OpenIdConnect(
                                    uri,
                                    settings.optional(client)
                                            .orElseThrow(() ->
                                                    new UnusableSettings(
                                                            "TOCSIN_OIDC_ISSUER is set without"
                                                                    + " TOCSIN_OIDC_CLIENT",
                                                            "Set both, or none.")),
                                    settings.optional(secret),
                                    settings.value(name),
                                    settings.value(scopes),
                                    settings.optional(levels).orElse(List.of()),
                                    settings.value(pkce)));
        }
    }
}
