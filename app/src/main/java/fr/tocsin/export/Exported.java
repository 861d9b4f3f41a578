package fr.tocsin.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One publication with all that belongs to it, as it is written to `publication.json`.
///
/// @param dueAt when it was to leave; null while nobody has approved it
/// @param page its page on the unit's own site; null when it has none
public record Exported(
        UUID id,
        String kind,
        String state,
        String language,
        String title,
        String text,
        String link,
        String warning,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        @Nullable Page page,
        List<Revision> revisions,
        List<Copy> copies,
        List<Picture> pictures,
        List<Event> timeline) {

    public Exported {
        revisions = List.copyOf(revisions);
        copies = List.copyOf(copies);
        pictures = List.copyOf(pictures);
        timeline = List.copyOf(timeline);
    }

    /// Its folder in the archive.
    public String folder() {
        return "publications/" + id;
    }

    /// What to call it.
    public String heading() {
        var name = title.isBlank() ? text.strip() : title;
        return name.length() <= 120 ? name : name.substring(0, 119) + "…";
    }

    /// The same with the files of those pictures that are still there.
    Exported with(List<Picture> found) {
        return new Exported(
                id, kind, state, language, title, text, link, warning, createdAt, updatedAt, dueAt,
                page, revisions, copies, found, timeline);
    }

    /// @param address permanent
    /// @param removedAt since when it says that it was removed; null while it is there
    public record Page(
            String address, Instant publishedAt, Instant updatedAt, @Nullable Instant removedAt) {}

    /// @param content what was submitted, word for word
    /// @param hash that names exactly this content
    public record Revision(
            int number,
            String hash,
            JsonNode content,
            String submittedBy,
            Instant submittedAt,
            List<Decision> decisions) {}

    /// @param decision `approved` or `returned`
    public record Decision(String decision, String remark, String by, Instant at) {}

    /// One account and what became of the publication there.
    ///
    /// @param permalinks of its parts, in order
    public record Copy(
            String network,
            String account,
            String operation,
            String state,
            List<String> permalinks,
            @Nullable Instant settledAt) {}

    /// @param file beside `publication.json`
    public record Picture(UUID media, String file, String alt) {}

    /// @param by null when no member did it
    public record Event(String act, String detail, @Nullable String by, Instant at) {}
}
