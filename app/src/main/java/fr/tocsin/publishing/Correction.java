package fr.tocsin.publishing;

import java.time.Instant;

/// A correction that is being written or waits for approval: the working copy has moved on, what is
/// public has not.
///
/// @param of number of the revision that is public
public record Correction(
        Stage stage, int of, Explanation explanation, String startedBy, Instant startedAt) {

    /// How far it has come.
    public enum Stage {
        DRAFT,
        SUBMITTED
    }
}
