package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Connects.Field;
import fr.tocsin.delivering.Connects.Progress;
import fr.tocsin.delivering.Reason;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Connects an account by its handle and an app password.
final class Connecting {

    private static final String HANDLE = "handle";
    private static final String PASSWORD = "password";
    private static final String SERVER = "server";
    private static final String DEFAULT_SERVER = "https://bsky.social";

    private final Sessions sessions;
    private final Repositories repositories;

    Connecting(Sessions sessions, Repositories repositories) {
        this.sessions = sessions;
        this.repositories = repositories;
    }

    List<Field> fields() {
        return List.of(
                new Field(HANDLE, false, "sdis86.bsky.social"),
                new Field(PASSWORD, true, "abcd-efgh-ijkl-mnop"),
                Field.optional(SERVER, DEFAULT_SERVER));
    }

    Progress begin(Map<String, String> answers) {
        var handle = Handle.parse(answers.getOrDefault(HANDLE, ""));
        if (handle.isEmpty()) {
            return refused(HANDLE, "bluesky-handle");
        }
        var typed = answers.getOrDefault(SERVER, "");
        var server = Servers.parse(typed.isBlank() ? DEFAULT_SERVER : typed);
        if (server.isEmpty()) {
            return refused(SERVER, "bluesky-server");
        }
        var password = answers.getOrDefault(PASSWORD, "").strip();
        if (password.isEmpty()) {
            return refused(PASSWORD, "bluesky-password-missing");
        }
        return switch (sessions.signIn(server.get(), handle.get().name(), password)) {
            case Reply.Done(var answer) ->
                    Session.of(answer)
                            .map(session -> connected(server.get(), session, password))
                            .orElseGet(() -> refused(SERVER, "bluesky-no-server"));
            case Reply.Refused refused -> refused(refused);
            case Reply.Broken broken -> new Progress.Refused(SERVER, broken.reason());
            case Reply.NotAsked notAsked -> new Progress.Refused("", notAsked.reason());
        };
    }

    private Progress connected(URI server, Session session, String password) {
        var home = session.home().orElse(server);
        if (session.allowsEverything()) {
            sessions.close(home, session);
            return refused(PASSWORD, "bluesky-main-password");
        }
        return new Progress.Connected(
                "@" + session.handle(),
                repositories.displayName(home, session.did()).orElse(session.handle()),
                home,
                session.did(),
                Bluesky.DOCUMENTED,
                session.renewing(Map.of(Sessions.PASSWORD, password)));
    }

    private static Progress refused(Reply.Refused refused) {
        return switch (refused.error()) {
            case "AuthenticationRequired" -> refused(PASSWORD, "bluesky-credentials");
            // Only the account's own password asks for a second factor.
            case "AuthFactorTokenRequired" -> refused(PASSWORD, "bluesky-main-password");
            case "AccountTakedown", "AccountSuspended", "AccountDeactivated" ->
                    refused(HANDLE, "account-shut");
            case "" ->
                    refused.isRateLimited()
                            ? new Progress.Refused("", refused.reason())
                            : refused(SERVER, "bluesky-no-server");
            default -> new Progress.Refused("", refused.reason());
        };
    }

    private static Progress refused(String field, String code) {
        return new Progress.Refused(field, Reason.of(code));
    }
}
