package fr.tocsin.publishing;

import fr.tocsin.units.MemberId;
import java.time.Instant;
import java.util.List;

/// One submitted version of a publication. Never changes.
///
/// @param number counts from 1 within the publication
/// @param hash what an approval is bound to
public record Revision(
        RevisionId id,
        PublicationId publication,
        int number,
        String hash,
        Content content,
        MemberId submittedBy,
        String submittedByName,
        Instant submittedAt,
        List<Approval> approvals) {

    /// The hash as people read it to each other.
    public String shortHash() {
        return hash.substring(0, 8);
    }

    /// How people name it: number and hash.
    public String label() {
        return number + " · " + shortHash();
    }

    /// What a second member decided.
    public record Approval(
            Decision decision, String remark, MemberId member, String name, Instant at) {}

    public enum Decision {
        APPROVED,
        RETURNED
    }
}
