package fr.tocsin.media;

import java.util.List;

/// The file is no picture that we can take; becomes [Upload.Refused].
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final transient List<Object> args;

    Unusable(String reason, Object... args) {
        super(reason + " " + List.of(args), null, false, false);
        this.reason = reason;
        this.args = List.of(args);
    }

    static Unusable damaged() {
        return new Unusable("damaged");
    }

    Upload.Refused refused() {
        return new Upload.Refused(reason, args);
    }
}
