package fr.tocsin.publishing;

import java.time.Instant;
import java.util.List;

/// What became of something that a member asked for.
public final class Outcome {

    private Outcome() {}

    /// Of saving a draft.
    public sealed interface Saving {

        /// @param changed false when nothing differed: no new version, no approval voided
        record Saved(Publication publication, boolean changed) implements Saving {}

        /// Somebody else saved meanwhile; `current` is what is there now, nothing was overwritten.
        record Conflict(Publication current) implements Saving {}

        /// It is approved, public or given up and changes no more.
        record Closed(Publication current) implements Saving {}
    }

    /// Of submitting, or of publishing in an emergency.
    public sealed interface Submission {

        record Submitted(Revision revision) implements Submission {}

        record Refused(List<Mistake> mistakes) implements Submission {}

        /// What is there is not what this member saw.
        record Conflict(Publication current) implements Submission {}
    }

    /// Of a decision on a revision.
    public sealed interface Verdict {

        /// Deliveries are ordered for that time.
        record Ordered(Instant dueAt) implements Verdict {}

        /// Approved too late: nothing is sent until somebody chooses a new time.
        record TooLate(Instant plannedAt) implements Verdict {}

        /// It is a draft again, with the remark on its timeline.
        record GivenBack() implements Verdict {}

        /// @param obstacles what stands in the way; never empty
        record Refused(List<Mistake> obstacles) implements Verdict {

            public Refused {
                obstacles = List.copyOf(obstacles);
            }
        }
    }
}
