package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.transport.Body;
import java.time.Clock;
import tools.jackson.databind.node.ObjectNode;

/// Brings pictures to the account's server. What no post refers to is dropped there after a while,
/// so an upload makes nothing public and may be repeated.
final class Uploads {

    private final Pictures pictures;
    private final Sessions sessions;
    private final Clock clock;

    Uploads(Pictures pictures, Sessions sessions, Clock clock) {
        this.pictures = pictures;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// @return the picture as a record embeds it
    /// @throws NotUploaded when the server did not take it
    ObjectNode upload(Account account, Post.Image image) {
        var copy =
                pictures.rendition(account.unit(), image.media(), account.limits().image())
                        .orElseThrow(() ->
                                new NotUploaded(
                                        new Preparation.Rejected(Reason.of("picture-missing"))));
        var reply =
                sessions.procedure(
                        account,
                        "com.atproto.repo.uploadBlob",
                        new Body(copy.type(), copy.bytes()));
        if (reply instanceof Reply.Done done
                && done.body().get("blob") instanceof ObjectNode blob) {
            return Records.image(blob, image.alt(), copy.width(), copy.height());
        }
        throw new NotUploaded(preparation(reply));
    }

    private Preparation preparation(Reply reply) {
        var now = clock.instant();
        return switch (reply) {
            case Reply.NotAsked(var reason, var notBefore) ->
                    new Preparation.NotYet(reason, notBefore);
            case Reply.Broken broken ->
                    new Preparation.NotYet(broken.reason(), now.plus(Reply.PAUSE));
            case Reply.Refused refused when refused.isRateLimited() || refused.isUnclear() ->
                    new Preparation.NotYet(refused.reason(), refused.notBefore(now));
            case Reply.Refused refused -> new Preparation.Rejected(refused.reason());
            case Reply.Done done ->
                    new Preparation.NotYet(
                            new Reason("bad-answer", "uploadBlob names no blob"),
                            now.plus(Reply.PAUSE));
        };
    }

    /// Why a post cannot be got ready.
    static final class NotUploaded extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Preparation instead;

        NotUploaded(Preparation instead) {
            super("not uploaded: " + instead, null, false, false);
            this.instead = instead;
        }

        Preparation instead() {
            return instead;
        }
    }
}
