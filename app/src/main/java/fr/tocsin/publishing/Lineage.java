package fr.tocsin.publishing;

/// A publication that another one began as a copy of, or that began as a copy of it.
///
/// @param heading of that other publication
public record Lineage(PublicationId id, String heading, Relation relation) {

    /// Why it was copied.
    public enum Relation {
        /// To begin something of the same kind.
        COPY,
        /// To publish it again, with changes.
        AGAIN
    }
}
