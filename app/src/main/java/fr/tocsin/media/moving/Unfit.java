package fr.tocsin.media.moving;

import java.util.List;

/// The file cannot be taken as it is.
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean mendable;
    private final transient List<Object> args;

    private Unfit(String reason, boolean mendable, Object... args) {
        super(reason + " " + List.of(args), null, false, false);
        this.reason = reason;
        this.mendable = mendable;
        this.args = List.of(args);
    }

    static Unfit damaged() {
        return new Unfit("damaged", false);
    }

    static Unfit of(String reason, Object... args) {
        return new Unfit(reason, false, args);
    }

    /// A sound file of a kind that networks do not take; ffmpeg can make it one.
    static Unfit mendable(String reason, Object... args) {
        return new Unfit(reason, true, args);
    }

    /// The words are under `media.refused.<reason>`.
    public String reason() {
        return reason;
    }

    public boolean mendable() {
        return mendable;
    }

    public List<Object> args() {
        return args;
    }
}
