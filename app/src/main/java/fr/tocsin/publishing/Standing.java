package fr.tocsin.publishing;

import fr.tocsin.delivering.DeliverySummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a publication stands, in the words and colours of the desk.
///
/// @param badge one of the design's states
/// @param words key of the label
public record Standing(String badge, String words) {

    /// Where nobody looked what became of the copies.
    public static Standing of(State state, @Nullable Instant dueAt, Instant now) {
        return of(state, dueAt, DeliverySummary.NONE, now);
    }

    /// @param copies what became of what was sent
    public static Standing of(
            State state, @Nullable Instant dueAt, DeliverySummary copies, Instant now) {
        return switch (state) {
            case DRAFT -> named("draft", "draft");
            case SUBMITTED -> named("waiting", "submitted");
            case LATE -> named("expired", "late");
            case APPROVED ->
                    dueAt != null && dueAt.isAfter(now)
                            ? named("scheduled", "scheduled")
                            : named("sending", "sending");
            case PUBLISHED -> named("published", "published").unlessRemoved(copies);
            case TROUBLED -> named("needs-person", "troubled").unlessRemoved(copies);
            case CANCELLED -> named("withdrawn", "cancelled");
            case TAKEN_DOWN -> named("withdrawn", "taken-down");
        };
    }

    private Standing unlessRemoved(DeliverySummary copies) {
        if (copies.removed() == 0 || copies.needsPerson() > 0) {
            return this;
        }
        return copies.published() == 0
                ? named("withdrawn", "removed")
                : named(badge, "partly-removed");
    }

    private static Standing named(String badge, String word) {
        return new Standing(badge, "publishing.state." + word);
    }
}
