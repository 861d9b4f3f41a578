package fr.tocsin.backup;

import java.io.PrintStream;
import java.time.Duration;

/// Says on the terminal how far it is, every other second.
final class Progress {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final String what;
    private long bytes;
    private long next = System.nanoTime() + EVERY;

    Progress(PrintStream out, String what) {
        this.out = out;
        this.what = what;
    }

    void passed(int length) {
        bytes += length;
        var now = System.nanoTime();
        if (now - next > 0) {
            next = now + EVERY;
            out.println(what + ": " + (bytes >> 20) + " MB");
        }
    }
}
