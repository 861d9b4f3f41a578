package fr.tocsin.audit;

/// What came of looking at the whole chain.
public sealed interface Verification {

    /// Every entry is as it was written.
    record Sound(Head head) implements Verification {}

    /// The first entry that is not.
    ///
    /// @param number of the entry that was changed, or is missing
    record Broken(long number, Fault fault) implements Verification {}

    /// The words are `audit.fault.<name>`.
    enum Fault {
        /// Its content is not what was hashed.
        CHANGED,
        /// It does not continue the entry before it.
        UNLINKED,
        /// There is no such entry, but there are later ones.
        MISSING,
        /// It is missing, and all that came after it: the chain was longer.
        CUT_OFF,
        /// It is not the one that was noted.
        NOT_AS_NOTED
    }
}
