package fr.tocsin.delivering;

/// What a delivery does with its post.
enum Operation {
    PUBLISH,
    /// Changes the copies of an earlier delivery where they stand.
    EDIT,
    /// Answers the copies of an earlier delivery.
    REPLY,
    DELETE;

    boolean corrects() {
        return this == EDIT || this == REPLY;
    }
}
