package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountSecrets;
import fr.tocsin.delivering.Reason;
import fr.tocsin.transport.Body;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps accounts signed in. An access token lasts about two hours and a refresh token about 90
/// days; signing in with the password is limited to 300 a day, so it happens only when connecting
/// and when the refresh token has died.
final class Sessions {

    static final String PASSWORD = "password";

    private final Xrpc xrpc;
    private final AccountSecrets secrets;
    private final Clock clock;

    Sessions(Xrpc xrpc, AccountSecrets secrets, Clock clock) {
        this.xrpc = xrpc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Has the account's server carry something out on its behalf. A refused token is renewed, and
    /// the question asked once more: a server that refuses a token has done nothing.
    Reply procedure(Account account, String method, Body body) {
        var held = secrets.read(account.id());
        var reply = ask(account, method, held, body);
        if (!(reply instanceof Reply.Refused refused) || !refused.isTokenRefused()) {
            return noticed(account, reply);
        }
        try {
            var fresh = secrets.refresh(account.id(), held, stale -> renewed(account, stale));
            return noticed(account, ask(account, method, fresh, body));
        } catch (NotRenewed failure) {
            return notAsked(account, failure.reply);
        }
    }

    /// Signs in with an app password.
    Reply signIn(URI server, String identifier, String password) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("identifier", identifier).put("password", password);
        return xrpc.procedure(
                server,
                "com.atproto.server.createSession",
                null,
                Body.json(body.toString()),
                password);
    }

    /// Leaves nothing behind of a session that is not wanted.
    void close(URI server, Session session) {
        xrpc.procedure(server, "com.atproto.server.deleteSession", session.refresh(), null, "");
    }

    private Reply ask(Account account, String method, Map<String, String> held, Body body) {
        return xrpc.procedure(account.server(), method, held.get(Session.ACCESS), body, "");
    }

    private Map<String, String> renewed(Account account, Map<String, String> stale) {
        var server = account.server();
        var reply =
                xrpc.procedure(
                        server,
                        "com.atproto.server.refreshSession",
                        stale.get(Session.REFRESH),
                        null,
                        "");
        var password = stale.getOrDefault(PASSWORD, "");
        if (isTokenRefused(reply) && !password.isEmpty()) {
            reply = signIn(server, account.remoteId(), password);
        }
        var session =
                reply instanceof Reply.Done(var answer)
                        ? Session.of(answer)
                        : Optional.<Session>empty();
        var opened = reply;
        return session.orElseThrow(() -> new NotRenewed(opened)).renewing(stale);
    }

    private static boolean isTokenRefused(Reply reply) {
        return reply instanceof Reply.Refused refused && refused.isTokenRefused();
    }

    /// What a person must mend is told to the account.
    private Reply noticed(Account account, Reply reply) {
        return reply instanceof Reply.Refused refused
                        && (refused.status() == 401
                                || refused.isTokenRefused()
                                || refused.isAccountShut())
                ? signedOut(account, refused)
                : reply;
    }

    private Reply notAsked(Account account, Reply why) {
        var now = clock.instant();
        return switch (why) {
            case Reply.Refused refused when refused.isRateLimited() || refused.isUnclear() ->
                    new Reply.NotAsked(refused.reason(), refused.notBefore(now));
            case Reply.Refused refused -> signedOut(account, refused);
            case Reply.Broken broken -> new Reply.NotAsked(broken.reason(), now.plus(Reply.PAUSE));
            case Reply.NotAsked notAsked -> notAsked;
            case Reply.Done done ->
                    new Reply.NotAsked(
                            new Reason("bad-answer", "no session in the answer"),
                            now.plus(Reply.PAUSE));
        };
    }

    private Reply signedOut(Account account, Reply.Refused refused) {
        var reason =
                new Reason(
                        refused.isAccountShut() ? "account-shut" : "token-expired",
                        refused.detail());
        secrets.mustReconnect(account.id(), reason);
        return new Reply.NotAsked(reason, clock.instant());
    }

    /// Leaves [AccountSecrets#refresh] without touching what is stored.
    private static final class NotRenewed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Reply reply;

        NotRenewed(Reply reply) {
            super("no session: " + reply, null, false, false);
            this.reply = reply;
        }
    }
}
