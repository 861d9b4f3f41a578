package fr.tocsin.channels.mastodon;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.media.ImageRules;
import fr.tocsin.transport.Answer.Failed;
import fr.tocsin.transport.Answer.Received;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Brings pictures with their alternative texts to a server. Nothing is public afterwards, so every
/// failure may be tried again.
final class Uploads {

    /// What moves and is taken as it is.
    static final Set<String> MOVING = Set.of("video/mp4", "image/gif");

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Pictures pictures;
    private final Outcomes outcomes;
    private final Consumer<Duration> pause;

    /// @param pause waits between two looks at a picture that the server still works on
    Uploads(Pictures pictures, Outcomes outcomes, Consumer<Duration> pause) {
        this.pictures = pictures;
        this.outcomes = outcomes;
        this.pause = pause;
    }

    /// One picture: its id on the server, or why there is none.
    sealed interface Upload {

        record Done(String id) implements Upload {}

        record Not(Preparation why) implements Upload {}
    }

    Upload upload(Server server, String token, Account account, Post.Image image) {
        var picture = pictures.rendition(account.unit(), image.media(), taken(account));
        if (picture.isEmpty()) {
            return new Upload.Not(new Preparation.Rejected(Reason.of("picture-missing")));
        }
        var answer = server.upload(token, picture.get(), image.alt());
        return switch (answer) {
            case Failed failed -> later(new Reason("unreachable", failed.what()));
            case Received received when received.status() == 202 ->
                    id(received) instanceof Upload.Done(var id)
                            ? processed(server, token, account, id)
                            : id(received);
            case Received received when received.ok() -> id(received);
            case Received received -> refused(account, received);
        };
    }

    private static ImageRules taken(Account account) {
        var rules = account.limits().image();
        var types = new HashSet<>(rules.types());
        types.addAll(MOVING);
        return new ImageRules(rules.maxBytes(), rules.maxPixels(), rules.maxSide(), types);
    }

    private Upload processed(Server server, String token, Account account, String id) {
        for (var look = 0; look < LOOKS; look++) {
            pause.accept(BETWEEN_LOOKS);
            switch (server.media(token, id)) {
                case Received received
                        when received.status() == 206 || received.status() == 202 -> {
                    // still at work
                }
                case Received received when received.ok() -> {
                    return new Upload.Done(id);
                }
                case Received received -> {
                    return refused(account, received);
                }
                case Failed failed -> {
                    return later(new Reason("unreachable", failed.what()));
                }
            }
        }
        return later(Reason.of("media-processing"));
    }

    private Upload refused(Account account, Received received) {
        if (received.status() == 429) {
            return new Upload.Not(
                    new Preparation.NotYet(
                            Outcomes.said("rate-limited", received), outcomes.notBefore(received)));
        }
        return received.status() >= 500 || received.status() == 408
                ? later(Outcomes.said("server-error", received))
                : new Upload.Not(new Preparation.Rejected(outcomes.refusal(account, received)));
    }

    private Upload id(Received received) {
        return received.json()
                .map(media -> media.path("id").asString(""))
                .filter(id -> !id.isBlank())
                .<Upload>map(Upload.Done::new)
                .orElseGet(() -> later(new Reason("bad-answer", received.excerpt())));
    }

    private Upload later(Reason reason) {
        return new Upload.Not(new Preparation.NotYet(reason, outcomes.now().plus(Outcomes.SOON)));
    }
}
