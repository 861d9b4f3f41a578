package fr.tocsin.publishing;

import fr.tocsin.units.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A publication that went out without approval, and whether a second member has looked since.
public record Emergency(
        PublicationId publication,
        RevisionId revision,
        String title,
        String reason,
        MemberId member,
        String name,
        Instant at,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String remark) {}
