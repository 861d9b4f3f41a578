package fr.tocsin.publishing;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is composed once and goes everywhere: the working copy and where it stands.
///
/// @param dueAt when it goes or went out; null until approved
/// @param version counts the saved changes; whoever saves says which one they started from
/// @param authors everyone who changed the content, with their names
/// @param correction of what is public, while it is in hand
public record Publication(
        PublicationId id,
        UnitId unit,
        Draft draft,
        State state,
        @Nullable Instant dueAt,
        int version,
        boolean demo,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy,
        Map<MemberId, String> authors,
        @Nullable Correction correction) {

    /// Whether the content may be changed: before it goes out, and while it is corrected.
    public boolean open() {
        return state.open() || correction != null;
    }

    /// Whether it, or its correction, is in its authors' hands.
    public boolean isWritten() {
        return correction == null
                ? state == State.DRAFT
                : correction.stage() == Correction.Stage.DRAFT;
    }

    /// Whether it, or its correction, waits for a second pair of eyes.
    public boolean isSubmitted() {
        return correction == null
                ? state == State.SUBMITTED
                : correction.stage() == Correction.Stage.SUBMITTED;
    }

    public boolean writtenBy(MemberId member) {
        return authors.containsKey(member);
    }

    /// Its title, or how its text begins; empty for an empty page.
    public String heading() {
        return Listed.heading(draft.title(), draft.text());
    }
}
