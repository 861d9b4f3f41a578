package fr.tocsin.delivering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One copy of a publication out in the world, or one that may be.
///
/// @param delivery what was published there first; its removal takes away what its corrections made
///   as well
/// @param revision the one that was written there last
/// @param part which of its copies, counted from 0; negative while nobody knows what was made: -1
///   by the publication itself, -2 by its first correction
/// @param post where it is; null while nobody knows
/// @param reason why it is not simply gone; null when there is nothing to explain
/// @param since since when it is public; null while nobody knows
/// @param endedAt since when it is no longer; null while it is
/// @param nextTry when the network is asked again; null when nothing happens by itself
/// @param verifiable whether the network can be asked afterwards if it is really gone
public record Copy(
        DeliveryId delivery,
        UUID revision,
        int part,
        Account account,
        @Nullable RemotePost post,
        State state,
        @Nullable Reason reason,
        @Nullable Instant since,
        @Nullable Instant endedAt,
        @Nullable Instant nextTry,
        boolean verifiable) {

    /// Where it stands.
    public enum State {
        /// On its way, or perhaps public: the outcome is awaited, then it can be removed.
        AWAITED,
        /// May be public, and no program can tell or reach it.
        UNTELLABLE,
        PUBLIC,
        /// The network has been asked, or will be.
        REMOVING,
        /// The network keeps it.
        REFUSED,
        REMOVED,
        /// Neutral words stand in its place.
        REPLACED,
        /// What this network has taken cannot be called back, like a letter.
        UNRECALLABLE
    }
}
