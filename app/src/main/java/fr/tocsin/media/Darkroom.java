package fr.tocsin.media;

import java.awt.image.BufferedImage;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// Where pixels are worked on: only so much at a time as the memory holds, whatever many people
/// send in at once.
final class Darkroom {

    private static final long MEGABYTE = 1 << 20;

    /// How many pictures of the same size retouching holds at once, over decoding.
    private static final int COPIES = 2;

    private final int capacity;
    private final Semaphore megabytes;

    /// @param capacity memory for decoded pictures, in bytes
    Darkroom(long capacity) {
        this.capacity = (int) Math.max(1, capacity / MEGABYTE);
        this.megabytes = new Semaphore(this.capacity, true);
    }

    /// A third of what the process may use.
    static Darkroom ofThisProcess() {
        return new Darkroom(Runtime.getRuntime().maxMemory() / 3);
    }

    /// @throws Unusable when the pixels cannot be read to the last one
    Rendition develop(Specimen specimen, Target target) throws Unusable {
        return develop(
                specimen, target, cost(specimen), decoded -> fitted(decoded, specimen, target));
    }

    /// The same with something done to the picture at its full size.
    ///
    /// @param work gets the picture upright
    /// @throws Unusable when the pixels cannot be read to the last one
    Rendition retouch(Specimen specimen, Target target, UnaryOperator<BufferedImage> work)
            throws Unusable {
        return develop(
                specimen,
                target,
                Math.min(capacity, COPIES * cost(specimen)),
                decoded -> {
                    var plain = Scaler.scaled(decoded, decoded.getWidth(), decoded.getHeight());
                    var done = work.apply(Orientation.upright(plain, specimen.orientation()));
                    var scale = target.scale(done.getWidth(), done.getHeight());
                    return scale >= 1
                            ? done
                            : Scaler.scaled(
                                    done,
                                    side(done.getWidth(), scale),
                                    side(done.getHeight(), scale));
                });
    }

    private Rendition develop(
            Specimen specimen, Target target, int cost, UnaryOperator<BufferedImage> work)
            throws Unusable {
        megabytes.acquireUninterruptibly(cost);
        try {
            var made = work.apply(Decoder.decode(specimen));
            return Encoder.encode(made, specimen.format() == Format.PNG, target);
        } finally {
            megabytes.release(cost);
        }
    }

    private int cost(Specimen specimen) {
        return (int) Math.clamp(Decoder.cost(specimen) / MEGABYTE + 1, 1, capacity);
    }

    private static BufferedImage fitted(BufferedImage decoded, Specimen specimen, Target target) {
        var scale = target.scale(specimen.uprightWidth(), specimen.uprightHeight());
        var width = Math.min(decoded.getWidth(), side(specimen.width(), scale));
        var height = Math.min(decoded.getHeight(), side(specimen.height(), scale));
        return Orientation.upright(Scaler.scaled(decoded, width, height), specimen.orientation());
    }

    private static int side(int pixels, double scale) {
        return Math.max(1, (int) (pixels * scale + 1e-6));
    }
}
