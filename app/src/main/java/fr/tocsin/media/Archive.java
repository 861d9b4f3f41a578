package fr.tocsin.media;

import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Originals, and the renditions made of them. A rendition is made once and can be made again at
/// any time.
class Archive {

    static final String ORIGINALS = "originals/";
    static final String RENDITIONS = "renditions/";

    /// Still pictures that stand for moving ones, under the moving one's name.
    static final String POSTERS = "posters/";

    private static final int VIDEO_POSTER = 1_600;

    /// Part of every rendition's name; raised when renditions come out differently.
    private static final String EDITION = "1";

    private final MediaStore store;
    private final Darkroom darkroom;

    Archive(MediaStore store, Darkroom darkroom) {
        this.store = store;
        this.darkroom = darkroom;
    }

    /// Proves that the file is a picture down to its last pixel, by making the first rendition.
    ///
    /// @throws Unusable when it is not
    Specimen firstLook(String sha256, byte[] file, Target target) throws Unusable {
        var specimen = Recognition.of(file);
        store.put(renditionKey(sha256, target), darkroom.develop(specimen, target).bytes());
        return specimen;
    }

    /// Proves that a picture made here can be read, by making its first rendition.
    void proof(String sha256, byte[] file) {
        try {
            firstLook(sha256, file, Target.width(Media.THUMB_WIDTH));
        } catch (Unusable e) {
            throw new IllegalStateException("what was made of a picture is none", e);
        }
    }

    /// The original with something done to it; kept nowhere.
    Rendition retouched(String sha256, Target target, UnaryOperator<BufferedImage> work) {
        try {
            return darkroom.retouch(original(sha256), target, work);
        } catch (Unusable e) {
            throw changed(sha256, e);
        }
    }

    void keepOriginal(String sha256, byte[] file) {
        store.put(originalKey(sha256), file);
    }

    Rendition rendition(String sha256, Target target) {
        var key = renditionKey(sha256, target);
        return store.get(key)
                .flatMap(Archive::read)
                .orElseGet(() -> {
                    var made = make(sha256, target);
                    store.put(key, made.bytes());
                    return made;
                });
    }

    /// One file, and the picture that it belongs to.
    record Kept(String key, String sha256) {}

    void olderThan(Instant time, Consumer<Kept> files) {
        for (var prefix : List.of(ORIGINALS, POSTERS, RENDITIONS)) {
            store.olderThan(
                    time,
                    prefix,
                    key -> {
                        var name = key.substring(key.lastIndexOf('/') + 1);
                        files.accept(new Kept(key, name.replaceFirst("-.*", "")));
                    });
        }
    }

    void delete(Kept file) {
        store.delete(file.key());
    }

    private Rendition make(String sha256, Target target) {
        try {
            return darkroom.develop(original(sha256), target);
        } catch (Unusable e) {
            throw changed(sha256, e);
        }
    }

    private Specimen original(String sha256) throws Unusable {
        var file = store.get(posterKey(sha256)).orElseGet(() -> file(sha256));
        return Recognition.of(file);
    }

    private static IllegalStateException changed(String sha256, Unusable why) {
        return new IllegalStateException("the original " + sha256 + " has changed", why);
    }

    /// Empty when the file is damaged: it can be made again.
    private static Optional<Rendition> read(byte[] bytes) {
        try {
            var about = Recognition.of(bytes);
            return Optional.of(
                    new Rendition(about.format().type(), about.width(), about.height(), bytes));
        } catch (Unusable damaged) {
            return Optional.empty();
        }
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Replaces the poster; renditions of the old one are made again.
    ///
    /// @throws Unusable when it is no picture
    void changePoster(String sha256, byte[] picture) throws Unusable {
        var specimen = Recognition.of(picture);
        var poster = darkroom.develop(specimen, Target.width(VIDEO_POSTER)).bytes();
        keepPoster(sha256, poster);
        store.olderThan(
                Instant.MAX.minusSeconds(1_000_000_000L),
                RENDITIONS + sha256.substring(0, 2) + "/",
                key -> {
                    if (key.contains("/" + sha256 + "-")) {
                        store.delete(key);
                    }
                });
    }

    void keepPoster(String sha256, byte[] picture) {
        store.put(posterKey(sha256), picture);
    }

    /// The very file that is kept.
    byte[] file(String sha256) {
        return store.get(originalKey(sha256))
                .orElseThrow(
                        () -> new IllegalStateException("the original " + sha256 + " is lost"));
    }

    private static String posterKey(String sha256) {
        return POSTERS + sha256.substring(0, 2) + "/" + sha256;
    }

    static String originalKey(String sha256) {
        return ORIGINALS + sha256.substring(0, 2) + "/" + sha256;
    }

    static String renditionKey(String sha256, Target target) {
        return "%s%s/%s-%s-%s"
                .formatted(RENDITIONS, sha256.substring(0, 2), sha256, EDITION, target.key());
    }
}
