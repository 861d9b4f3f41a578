package fr.tocsin.channels.mastodon;

import fr.tocsin.channels.mastodon.DoubleCall.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Apps, consent and tokens, after `methods/apps` and `methods/oauth` of the documentation.
final class DoubleOAuth {

    static final String ALICE = "109000000000000001";

    private static final Set<String> KNOWN_SCOPES =
            Set.of(
                    "read",
                    "write",
                    "profile",
                    "read:accounts",
                    "read:statuses",
                    "write:statuses",
                    "write:media");

    private record App(String secret, Set<String> redirects, Set<String> scopes) {}

    private record Grant(String client, String redirect, Set<String> scopes, String challenge) {}

    private final MastodonDouble network;
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();

    DoubleOAuth(MastodonDouble network) {
        this.network = network;
    }

    /// A token as if consent had been given.
    String issue(String scopes) {
        var token = "tok-" + UUID.randomUUID();
        tokens.put(token, Set.of(scopes.split(" ")));
        return token;
    }

    void revokeAll() {
        tokens.clear();
    }

    void require(DoubleCall call, String scope) throws Refusal {
        var header = call.requestHeader("Authorization");
        var scopes = header.startsWith("Bearer ") ? tokens.get(header.substring(7)) : null;
        if (scopes == null) {
            throw new Refusal(401, "The access token is invalid");
        }
        if (!scopes.contains(scope) && !scopes.contains(scope.replaceFirst(":.*", ""))) {
            throw new Refusal(403, "This action is outside the authorized scopes");
        }
    }

    void register(DoubleCall call) throws Refusal {
        var redirect = call.parameter("redirect_uris");
        if (call.parameter("client_name").isBlank()) {
            throw new Refusal(422, "Validation failed: Application name can't be blank");
        }
        if (!URI.create(redirect).isAbsolute()) {
            throw new Refusal(422, "Validation failed: Redirect URI must be an absolute URI.");
        }
        var scopes = scopes(call.parameter("scopes"));
        if (!KNOWN_SCOPES.containsAll(scopes)) {
            throw new Refusal(
                    422, "Validation failed: Scopes doesn't match configured on the server.");
        }
        var id = "app-" + UUID.randomUUID();
        var app = new App("sec-" + UUID.randomUUID(), Set.of(redirect), scopes);
        apps.put(id, app);
        call.answer(
                200,
                Map.of(
                        "id",
                        "1",
                        "name",
                        call.parameter("client_name"),
                        "client_id",
                        id,
                        "client_secret",
                        app.secret,
                        "client_secret_expires_at",
                        0,
                        "redirect_uris",
                        List.of(redirect),
                        "scopes",
                        scopes));
    }

    void ask(DoubleCall call) throws Refusal {
        grant(call);
        call.page(
                200,
                "<!doctype html><html lang=fr><title>Double</title><h1>Autoriser l’accès à"
                        + " @alice ?</h1><form method=post><button>Autoriser</button></form></html>");
    }

    void consent(DoubleCall call) throws Refusal {
        var grant = grant(call);
        var code = "code-" + UUID.randomUUID();
        codes.put(code, grant);
        call.redirect(
                grant.redirect
                        + (grant.redirect.contains("?") ? "&" : "?")
                        + "code="
                        + code
                        + "&state="
                        + call.parameter("state"));
    }

    void token(DoubleCall call) throws Refusal {
        var app = apps.get(call.parameter("client_id"));
        if (app == null || !app.secret.equals(call.parameter("client_secret"))) {
            throw new Refusal(401, "invalid_client");
        }
        var grant = codes.remove(call.parameter("code")); // a code works once
        if (!call.parameter("grant_type").equals("authorization_code")
                || grant == null
                || !grant.client.equals(call.parameter("client_id"))
                || !grant.redirect.equals(call.parameter("redirect_uri"))
                || !grant.challenge.isEmpty()
                        && !grant.challenge.equals(challenge(call.parameter("code_verifier")))) {
            throw new Refusal(400, "invalid_grant");
        }
        if (!grant.scopes.equals(scopes(call.parameter("scope")))) {
            throw new Refusal(400, "invalid_scope");
        }
        call.answer(
                200,
                Map.of(
                        "access_token", issue(String.join(" ", grant.scopes)),
                        "token_type", "Bearer",
                        "scope", String.join(" ", grant.scopes),
                        "created_at", network.clock.instant().getEpochSecond()));
    }

    private Grant grant(DoubleCall call) throws Refusal {
        var app = apps.get(call.parameter("client_id"));
        if (app == null) {
            throw new Refusal(401, "invalid_client");
        }
        var scopes = scopes(call.parameter("scope"));
        if (!call.parameter("response_type").equals("code")
                || !app.redirects.contains(call.parameter("redirect_uri"))
                || !app.scopes.containsAll(scopes)) {
            throw new Refusal(400, "invalid_request");
        }
        var challenge = call.parameter("code_challenge");
        if (!challenge.isEmpty() && !call.parameter("code_challenge_method").equals("S256")) {
            throw new Refusal(400, "invalid_request");
        }
        return new Grant(
                call.parameter("client_id"), call.parameter("redirect_uri"), scopes, challenge);
    }

    private static Set<String> scopes(String text) {
        return Set.of((text.isBlank() ? "read" : text).split(" "));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
