package fr.tocsin.publishing;

/// Where a publication stands.
public enum State {
    /// Being written; changes freely.
    DRAFT,
    /// Waiting for a second pair of eyes. Any change makes it a draft again.
    SUBMITTED,
    /// Approved after its planned time: sends nothing until somebody chooses a new time.
    LATE,
    /// Approved; goes out at its due time.
    APPROVED,
    /// Public on every account.
    PUBLISHED,
    /// Every delivery came to an end, and not all of them well.
    TROUBLED,
    /// Given up before it went out.
    CANCELLED,
    /// Taken down everywhere, for good: restoring it is a new publication.
    TAKEN_DOWN;

    /// Whether the content may still be changed.
    public boolean open() {
        return this == DRAFT || this == SUBMITTED || this == LATE;
    }
}
