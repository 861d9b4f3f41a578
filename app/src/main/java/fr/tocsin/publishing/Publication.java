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
        Map<MemberId, String> authors) {

    public boolean writtenBy(MemberId member) {
        return authors.containsKey(member);
    }

    /// Its title, or how its text begins; empty for an empty page.
    public String heading() {
        return Listed.heading(draft.title(), draft.text());
    }
}
