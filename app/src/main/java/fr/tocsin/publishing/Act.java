package fr.tocsin.publishing;

/// What can happen to a publication; each is a line on its timeline (`publishing.act.<name>`).
public enum Act {
    CREATED,
    CHANGED,
    REOPENED,
    SUBMITTED,
    RETURNED,
    APPROVED,
    APPROVED_LATE,
    RESCHEDULED,
    MOVED,
    EMERGENCY,
    REVIEWED,
    AUTHORISED,
    WITHDRAWN,
    CORRECTION_BEGUN,
    CORRECTION_ABANDONED,
    WITHHELD,
    CORRECTED,
    CORRECTION_FAILED,
    CANCELLED,
    DELIVERED,
    DELIVERY_FAILED,
    REMOVAL_ASKED,
    REMOVED,
    REMOVAL_FAILED,
    PUBLISHED,
    TROUBLED,
    TAKEN_DOWN,
    COPIES_GONE,
    COPY_BACK
}
