package fr.tocsin.secrets;

/// The installation's key is not the one that sealed what is in the database; the server does not
/// start.
public class UnusableKey extends RuntimeException {

    private final String mend;

    UnusableKey(String problem, String mend) {
        super(problem);
        this.mend = mend;
    }

    /// What to do about it, as a sentence for the operator.
    public String mend() {
        return mend;
    }
}
