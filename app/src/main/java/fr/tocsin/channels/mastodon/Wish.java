package fr.tocsin.channels.mastodon;

import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Reason;
import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What we ask a server to publish: checked against its limits, then put into its words.
final class Wish {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Wish() {}

    /// Why the server would not take it; found out before anything is uploaded.
    static Optional<Reason> unfit(Dispatch dispatch, Measure measure) {
        var limits = dispatch.account().limits();
        var part = dispatch.parts().getFirst();
        var warning = dispatch.post().warning();
        var count =
                measure.reserving(warning == null ? 0 : Graphemes.count(warning))
                        .count(part.text());
        if (!count.fits()) {
            return Optional.of(new Reason("too-long", count.used() + " > " + count.limit()));
        }
        if (part.images().size() > limits.images()) {
            return Optional.of(
                    new Reason("too-many-images", part.images().size() + " > " + limits.images()));
        }
        return part.images().stream()
                .map(image -> image.alt().codePointCount(0, image.alt().length()))
                .filter(length -> length > limits.altCharacters())
                .map(length -> new Reason("alt-too-long", length + " > " + limits.altCharacters()))
                .findFirst();
    }

    /// The parameters of `PUT /api/v1/statuses/:id`. All that can be changed is said, so that what
    /// was taken back goes away.
    ///
    /// @param media ids of the pictures, in order
    /// @param alts new alternative texts of those that were there before, by id
    static String editJson(Dispatch dispatch, List<String> media, Map<String, String> alts) {
        var post = dispatch.post();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("status", dispatch.parts().getFirst().text());
        fields.put("spoiler_text", post.warning() == null ? "" : post.warning());
        fields.put("sensitive", post.warning() != null);
        fields.put("language", language(post));
        fields.put("media_ids", media);
        fields.put(
                "media_attributes",
                alts.entrySet().stream()
                        .map(alt -> Map.of("id", alt.getKey(), "description", alt.getValue()))
                        .toList());
        return JSON.writeValueAsString(fields);
    }

    private static String language(Post post) {
        return post.language().replaceFirst("-.*", ""); // ISO 639-1
    }

    /// The parameters of `POST /api/v1/statuses`.
    ///
    /// @param media ids of the uploaded pictures, in order
    static String json(Dispatch dispatch, List<String> media) {
        var post = dispatch.post();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("status", dispatch.parts().getFirst().text());
        if (!media.isEmpty()) {
            fields.put("media_ids", media);
        }
        if (!dispatch.earlier().isEmpty()) {
            fields.put("in_reply_to_id", dispatch.earlier().getLast().id());
        }
        if (post.warning() != null) {
            fields.put("spoiler_text", post.warning());
            fields.put("sensitive", true);
        }
        fields.put(
                "visibility",
                switch (post.visibility()) {
                    case PUBLIC -> "public";
                    case UNLISTED -> "unlisted";
                });
        fields.put("language", language(post));
        return JSON.writeValueAsString(fields);
    }
}
