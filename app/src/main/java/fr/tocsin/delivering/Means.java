package fr.tocsin.delivering;

/// How a correction reaches the readers of one account (`delivery.means.<name>`).
public enum Means {
    /// Nothing of the publication has been there yet: it is published.
    PUBLISH,
    /// What stands there is changed.
    EDIT,
    /// What stands there stays; the correction answers it.
    REPLY,
    /// What stands there says the same already.
    UNCHANGED,
    /// Nothing can be done there from here.
    NONE;

    /// Whether something is sent.
    public boolean reaches() {
        return this == PUBLISH || this == EDIT || this == REPLY;
    }
}
