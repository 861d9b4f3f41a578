package fr.tocsin.takedown;

/// How a copy ends (`takedown.ending.<name>`).
public enum Ending {
    /// Not yet: we are at it, or wait for the network.
    WAITING,
    REMOVED,
    /// The network no longer removes it; neutral words stand in its place.
    REPLACED,
    /// No program can do it: somebody goes there, and says so here.
    PERSON,
    /// Nobody can: what was sent stays with those who received it.
    UNRECALLABLE;

    /// Whether nothing is left to be done about it.
    public boolean isFinal() {
        return switch (this) {
            case REMOVED, REPLACED, UNRECALLABLE -> true;
            case WAITING, PERSON -> false;
        };
    }
}
