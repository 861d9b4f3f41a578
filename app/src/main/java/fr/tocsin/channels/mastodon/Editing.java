package fr.tocsin.channels.mastodon;

import fr.tocsin.channels.mastodon.Uploads.Upload;
import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Written;
import fr.tocsin.transport.Answer;
import fr.tocsin.transport.Answer.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Changes a status where it stands. Pictures that stay keep their place on the server and get
/// their new words through `media_attributes`; new ones are uploaded.
final class Editing {

    private final Uploads uploads;
    private final Outcomes outcomes;

    Editing(Uploads uploads, Outcomes outcomes) {
        this.uploads = uploads;
        this.outcomes = outcomes;
    }

    Preparation prepare(Server server, String token, Dispatch dispatch, Written copy) {
        var images = dispatch.parts().getFirst().images();
        var known = List.<String>of();
        if (!images.isEmpty() && !copy.part().images().isEmpty()) {
            var answer = server.status(token, copy.post().id());
            var status = status(answer);
            if (status.isEmpty()) {
                return missing(dispatch.account(), answer);
            }
            known = attachments(status.get());
        }
        var media = new ArrayList<String>();
        var alts = new LinkedHashMap<String, String>();
        for (var image : images) {
            var place = place(image, copy.part().images(), known);
            if (place >= 0) {
                media.add(known.get(place));
                alts.put(known.get(place), image.alt());
                continue;
            }
            switch (uploads.upload(server, token, dispatch.account(), image)) {
                case Upload.Done(var id) -> media.add(id);
                case Upload.Not(var why) -> {
                    return why;
                }
            }
        }
        return new Preparation.Prepared(Wish.editJson(dispatch, media, alts));
    }

    /// The text as it was written where the server tells it, since a change of a comma does not
    /// show in what remains of its HTML.
    Sighting find(Server server, String token, Dispatch dispatch, Written copy) {
        var answer = server.status(token, copy.post().id());
        if (answer instanceof Received received && Outcomes.gone(received)) {
            return new Sighting.Absent();
        }
        var status = status(answer);
        var post = status.flatMap(Outcomes::post);
        if (post.isEmpty()) {
            return new Sighting.CannotTell(Outcomes.why(answer));
        }
        var source = server.source(token, copy.post().id());
        boolean says;
        if (source instanceof Received received && received.ok()) {
            says = received.json().filter(written -> isWritten(dispatch, written)).isPresent();
        } else if (source instanceof Received received && Outcomes.gone(received)) {
            says = Looking.says(dispatch, status.get());
        } else {
            return new Sighting.CannotTell(Outcomes.why(source));
        }
        return says && describes(dispatch, status.get())
                ? new Sighting.There(List.of(post.get()))
                : new Sighting.Absent();
    }

    private static boolean isWritten(Dispatch dispatch, JsonNode source) {
        var warning = dispatch.post().warning();
        return lines(source.path("text").asString(""))
                        .equals(lines(dispatch.parts().getFirst().text()))
                && lines(source.path("spoiler_text").asString(""))
                        .equals(lines(warning == null ? "" : warning));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static boolean describes(Dispatch dispatch, JsonNode status) {
        var alts =
                status.path("media_attachments")
                        .valueStream()
                        .map(media -> media.path("description").asString("").strip())
                        .toList();
        return alts.equals(
                dispatch.parts().getFirst().images().stream()
                        .map(image -> image.alt().strip())
                        .toList());
    }

    /// @return where the picture stood before, -1 when it is new or nobody knows
    private static int place(Post.Image image, List<Post.Image> before, List<String> known) {
        return known.size() != before.size()
                ? -1
                : IntStream.range(0, before.size())
                        .filter(i -> before.get(i).media().equals(image.media()))
                        .findFirst()
                        .orElse(-1);
    }

    private static List<String> attachments(JsonNode status) {
        return status.path("media_attachments")
                .valueStream()
                .map(media -> media.path("id").asString(""))
                .toList();
    }

    private Preparation missing(Account account, Answer answer) {
        if (answer instanceof Received received) {
            if (Outcomes.gone(received)) {
                return new Preparation.Rejected(Outcomes.said("gone", received));
            }
            if (received.status() == 401) {
                return new Preparation.Rejected(outcomes.refusal(account, received));
            }
        }
        return new Preparation.NotYet(Outcomes.why(answer), outcomes.now().plus(Outcomes.SOON));
    }

    private static Optional<JsonNode> status(Answer answer) {
        return answer instanceof Received received && received.ok()
                ? received.json().filter(json -> Outcomes.post(json).isPresent())
                : Optional.empty();
    }
}
