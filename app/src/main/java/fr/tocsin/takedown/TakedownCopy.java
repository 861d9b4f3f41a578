package fr.tocsin.takedown;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.units.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One copy of a publication that is taken down, and how it ends.
///
/// @param part -1 while nobody knows what the delivery has made
/// @param post where it is, or was; null while nobody knows
/// @param reason why it is not simply gone
/// @param verifiable whether the network can be asked if it stays gone
/// @param verification what the looks at the network have shown
/// @param reopened how often it was there again after it had been removed
/// @param task who does by hand what no program can; null while nobody has to
/// @param byHand what a person says they did there
public record TakedownCopy(
        UUID id,
        DeliveryId delivery,
        int part,
        AccountId account,
        String network,
        String handle,
        @Nullable RemotePost post,
        Ending ending,
        @Nullable Reason reason,
        @Nullable Instant nextTry,
        @Nullable Instant publicSince,
        @Nullable Instant endedAt,
        boolean verifiable,
        Verification verification,
        int reopened,
        @Nullable Task task,
        @Nullable ByHand byHand) {

    /// @param verifiedAt when the network last said that it is gone
    /// @param looks how many looks were made since it ended
    /// @param ahead how many are still to come
    /// @param nextLook when the next one is due
    public record Verification(
            @Nullable Instant verifiedAt, int looks, int ahead, @Nullable Instant nextLook) {

        static final Verification NONE = new Verification(null, 0, 0, null);
    }

    /// @param remindAt when the owner is reminded next
    /// @param remindedAt when they were last
    public record Task(
            MemberId owner,
            String name,
            @Nullable Instant remindAt,
            @Nullable Instant remindedAt) {}

    public record ByHand(String name, String remark, Instant at) {}

    boolean isKnown() {
        return post != null;
    }
}
