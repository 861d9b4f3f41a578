package fr.tocsin.takedown;

import fr.tocsin.publishing.PublicationId;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The campaign that takes one publication down.
///
/// @param revision number and short hash of the last revision, empty when there was none
/// @param revisionHash of exactly the content that was taken down last
/// @param remark in whoever ordered it's own words; may be empty
/// @param stopped deliveries that were taken back before anything of them was public
/// @param restoredAs the new draft that was made of it
/// @param settledAt since when every copy has come to its end; null while one has not
/// @param changedAt when anything was last noted about it
public record Takedown(
        TakedownId id,
        UnitId unit,
        PublicationId publication,
        String title,
        String kind,
        String revision,
        String revisionHash,
        Cause cause,
        String remark,
        Order order,
        Review review,
        int stopped,
        Optional<PublicationId> restoredAs,
        @Nullable Instant settledAt,
        Instant changedAt) {

    /// Who wanted it, and when.
    ///
    /// @param byAuthor whether they could only because they wrote it: a second member looks at it
    ///   afterwards
    public record Order(MemberId by, String name, Instant at, boolean byAuthor) {}

    /// The second look at what an author ordered alone.
    public record Review(@Nullable String name, @Nullable Instant at) {}

    public boolean awaitsReview() {
        return order.byAuthor() && review.at() == null;
    }
}
