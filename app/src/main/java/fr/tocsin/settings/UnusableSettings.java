package fr.tocsin.settings;

/// What the operator set cannot be used; the server does not start.
public class UnusableSettings extends RuntimeException {

    private final String mend;

    UnusableSettings(String problem, String mend) {
        super(problem);
        this.mend = mend;
    }

    /// What to do about it, as a sentence for the operator.
    public String mend() {
        return mend;
    }
}
