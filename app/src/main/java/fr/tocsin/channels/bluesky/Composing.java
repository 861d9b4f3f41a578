package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Limits;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Gets a step ready: uploads its pictures, finds whom it mentions, writes its records.
final class Composing {

    private final Uploads uploads;
    private final Repositories repositories;

    Composing(Uploads uploads, Repositories repositories) {
        this.uploads = uploads;
        this.repositories = repositories;
    }

    Preparation prepare(Dispatch dispatch) {
        for (var part : dispatch.parts()) {
            var flaw = flaw(part, dispatch.account().limits());
            if (flaw.isPresent()) {
                return new Preparation.Rejected(flaw.get());
            }
        }
        try {
            return switch (ReplyTo.of(dispatch, repositories)) {
                case ReplyTo.Open(var tie) -> new Preparation.Prepared(request(dispatch, tie));
                case ReplyTo.Lost(var instead) -> instead;
            };
        } catch (Uploads.NotUploaded failure) {
            return failure.instead();
        }
    }

    private static Optional<Reason> flaw(Post.Part part, Limits limits) {
        var count = new BlueskyMeasure(limits.characters(), limits.bytes()).count(part.text());
        if (!count.fits()) {
            return Optional.of(new Reason("too-long", count.used() + " > " + count.limit()));
        }
        if (part.images().size() > limits.images()) {
            return Optional.of(
                    new Reason("too-many-images", part.images().size() + " > " + limits.images()));
        }
        return part.images().stream().anyMatch(image -> image.alt().isBlank())
                ? Optional.of(Reason.of("alt-missing"))
                : Optional.empty();
    }

    private String request(Dispatch dispatch, Optional<ReplyTo.Tie> tie) {
        var account = dispatch.account();
        var post = dispatch.post();
        var uris = new ArrayList<PostUri>();
        var records = new ArrayList<ObjectNode>();
        for (var key : PostUri.keys(dispatch.step().key())) {
            var part = dispatch.parts().get(uris.size());
            var facets =
                    Facets.of(part.text(), handle -> repositories.did(account.server(), handle));
            var embed = embed(account, post, part, uris.isEmpty());
            records.add(Records.post(post, part, Tid.parse(key), facets, embed));
            uris.add(PostUri.of(account, key));
        }
        Records.tie(records, uris, tie);
        return Records.request(uris, records);
    }

    /// A link's card goes with the first part, which is what people see in passing.
    private @Nullable ObjectNode embed(Account account, Post post, Post.Part part, boolean first) {
        if (!part.images().isEmpty()) {
            return Records.images(
                    part.images().stream().map(image -> uploads.upload(account, image)).toList());
        }
        return first && post.link() != null ? Records.card(post.link(), post.title()) : null;
    }
}
