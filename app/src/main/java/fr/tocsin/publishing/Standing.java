package fr.tocsin.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a publication stands, in the words and colours of the desk.
///
/// @param badge one of the design's states
/// @param words key of the label
public record Standing(String badge, String words) {

    public static Standing of(State state, @Nullable Instant dueAt, Instant now) {
        return switch (state) {
            case DRAFT -> named("draft", "draft");
            case SUBMITTED -> named("waiting", "submitted");
            case LATE -> named("expired", "late");
            case APPROVED ->
                    dueAt != null && dueAt.isAfter(now)
                            ? named("scheduled", "scheduled")
                            : named("sending", "sending");
            case PUBLISHED -> named("published", "published");
            case TROUBLED -> named("needs-person", "troubled");
            case CANCELLED -> named("withdrawn", "cancelled");
            case TAKEN_DOWN -> named("withdrawn", "taken-down");
        };
    }

    private static Standing named(String badge, String word) {
        return new Standing(badge, "publishing.state." + word);
    }
}
