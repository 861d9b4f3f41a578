package fr.tocsin.database;

/// The database cannot be used as it is; the server does not start.
public class UnusableDatabase extends RuntimeException {

    private final String mend;

    UnusableDatabase(String problem, String mend) {
        super(problem);
        this.mend = mend;
    }

    UnusableDatabase(String problem, String mend, Throwable cause) {
        super(problem, cause);
        this.mend = mend;
    }

    /// What to do about it, as a sentence for the operator.
    public String mend() {
        return mend;
    }
}
