package fr.tocsin.media;

import fr.tocsin.media.moving.Moving;
import fr.tocsin.media.moving.Unfit;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The units' pictures. Originals stay inside; what leaves is a rendition, decoded and written anew
/// without any metadata.
@Service
public class Media {

    /// Largest file that is taken, in bytes.
    public static final int MAX_BYTES = 20 << 20;

    /// Widths in which the public site shows pictures.
    public static final List<Integer> PUBLIC_WIDTHS = List.of(480, 960, 1600);

    /// Nobody follows a longer chain of edits.
    private static final int MOST_EDITS = 50;

    static final int THUMB_WIDTH = 400;
    static final int VIEW_WIDTH = 960;

    private final MediaItems items;
    private final Edits edits;
    private final Archive archive;
    private final TransactionOperations transactions;
    private final Moving moving;
    private final List<PictureUse> uses;
    private final Clock clock;

    Media(
            MediaItems items,
            Edits edits,
            Archive archive,
            TransactionOperations transactions,
            Moving moving,
            List<PictureUse> uses,
            Clock clock) {
        this.items = items;
        this.edits = edits;
        this.archive = archive;
        this.transactions = transactions;
        this.moving = moving;
        this.uses = uses;
        this.clock = clock;
    }

    /// Takes a file into the unit's library: looks what it really is, decodes it once to the last
    /// pixel, keeps the original, and only then writes the row.
    ///
    /// @param originalName as the sender called it; never trusted, only shown
    public Upload store(UnitId unit, MemberId by, String originalName, InputStream content) {
        try {
            var file = content.readNBytes(MAX_BYTES + 1);
            if (file.length <= MAX_BYTES || !Moving.looksLike(file)) {
                return store(unit, by, originalName, file);
            }
            var rest = content.readNBytes(Moving.MAX_BYTES + 1 - file.length);
            var whole = Arrays.copyOf(file, file.length + rest.length);
            System.arraycopy(rest, 0, whole, file.length, rest.length);
            return store(unit, by, originalName, whole);
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    /// As [#store(UnitId, MemberId, String, InputStream)].
    public Upload store(UnitId unit, @Nullable MemberId by, String originalName, byte[] file) {
        if (Moving.looksLike(file) && !Recognition.isPhonePicture(file)) {
            return storeMoving(unit, by, originalName, file);
        }
        if (file.length > MAX_BYTES) {
            return new Upload.Refused("too-heavy", List.of(MAX_BYTES >> 20));
        }
        try {
            var sha256 = Archive.sha256(file);
            var specimen = archive.firstLook(sha256, file, Target.width(THUMB_WIDTH));
            var item =
                    new MediaItem(
                            MediaId.random(),
                            unit,
                            sha256,
                            specimen.format().type(),
                            specimen.uprightWidth(),
                            specimen.uprightHeight(),
                            file.length,
                            shown(originalName),
                            "",
                            by,
                            clock.instant(),
                            false,
                            "",
                            Rights.UNKNOWN,
                            0,
                            "");
            return new Upload.Stored(keep(item, file));
        } catch (Unusable unusable) {
            return unusable.refused();
        }
    }

    private Upload storeMoving(
            UnitId unit, @Nullable MemberId by, String originalName, byte[] file) {
        if (file.length > Moving.MAX_BYTES) {
            return new Upload.Refused("video-heavy", List.of(Moving.MAX_BYTES / 1_000_000));
        }
        try {
            var motion = moving.read(file);
            var poster = moving.poster(motion);
            if (motion.millis() == 0) {
                return store(unit, by, originalName, poster);
            }
            var sha256 = Archive.sha256(motion.file());
            archive.keepPoster(sha256, poster);
            archive.firstLook(sha256, poster, Target.width(THUMB_WIDTH));
            var item =
                    new MediaItem(
                            MediaId.random(),
                            unit,
                            sha256,
                            motion.type(),
                            motion.width(),
                            motion.height(),
                            motion.file().length,
                            shown(originalName),
                            "",
                            by,
                            clock.instant(),
                            false,
                            "",
                            Rights.UNKNOWN,
                            motion.millis(),
                            "");
            return new Upload.Stored(keep(item, motion.file()));
        } catch (Unfit unfit) {
            return new Upload.Refused(unfit.reason(), unfit.args());
        } catch (Unusable unusable) {
            return unusable.refused();
        }
    }

    private MediaItem keep(MediaItem item, byte[] file) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    items.lock(item.sha256());
                    archive.keepOriginal(item.sha256(), file);
                    return items.add(item);
                }));
    }

    /// Empty for strangers to the unit.
    public Optional<MediaItem> find(UnitId unit, MediaId id) {
        return items.find(unit, id);
    }

    /// The picture that may be shown: itself, or what stands for it since it was edited. Empty for
    /// strangers to the unit, and when neither is there.
    public Optional<MediaItem> current(UnitId unit, MediaId id) {
        var item = find(unit, id);
        for (var step = 0; step < MOST_EDITS && item.filter(MediaItem::keptApart).isPresent(); ) {
            step++;
            item =
                    edits.successor(unit, item.orElseThrow().id())
                            .flatMap(edited -> find(unit, edited));
        }
        return item.filter(found -> !found.keptApart());
    }

    /// A moving picture leaves as it is, and only to where the rules name its type; never its
    /// poster instead of it.
    private Rendition fitted(MediaItem item, ImageRules rules) {
        if (!item.moving()) {
            return archive.rendition(item.sha256(), Target.of(rules));
        }
        if (!rules.types().contains(item.type())) {
            throw new IllegalArgumentException(
                    item.type() + " where only these are accepted: " + rules.types());
        }
        return new Rendition(item.type(), item.width(), item.height(), archive.file(item.sha256()));
    }

    private Optional<MediaItem> shown(UnitId unit, MediaId id) {
        return find(unit, id).filter(item -> !item.keptApart());
    }

    /// The newest pictures of the unit.
    public List<MediaItem> recent(UnitId unit) {
        return items.search(unit, "", 0, 24);
    }

    /// Newest first.
    ///
    /// @param words every one of them must be in the name or the alternative text; may be empty
    public List<MediaItem> search(UnitId unit, String words, int offset, int limit) {
        return items.search(unit, words, offset, limit);
    }

    /// Changes the alternative text to begin with; what is published keeps its own.
    ///
    /// @return whether the unit has this picture
    public boolean describe(UnitId unit, MediaId id, String alt) {
        return items.describe(unit, id, alt.strip());
    }

    /// Gives a picture that has no alternative text to begin with the one it was first used with.
    public void propose(UnitId unit, MediaId id, String alt) {
        items.propose(unit, id, alt.strip());
    }

    /// Takes the picture out of the library; its files are collected later.
    ///
    /// @return false when a publication still uses it, or the unit has no such picture
    public boolean remove(UnitId unit, MediaId id) {
        return uses.stream().noneMatch(use -> use.uses(id)) && items.remove(unit, id);
    }

    /// The picture as a network wants it, for a delivery whose unit is already checked.
    ///
    /// @throws IllegalArgumentException when there is no such picture, or the rules admit none
    public Rendition rendition(MediaId id, ImageRules rules) {
        var item =
                items.find(id)
                        .filter(found -> !found.keptApart())
                        .orElseThrow(() -> new IllegalArgumentException("no picture " + id));
        return fitted(item, rules);
    }

    /// The picture as a network wants it; empty for strangers to the unit.
    public Optional<Rendition> rendition(UnitId unit, MediaId id, ImageRules rules) {
        return shown(unit, id).map(item -> fitted(item, rules));
    }

    /// The picture for the public site. Whether it is public is the caller's to know.
    ///
    /// @param width one of [#PUBLIC_WIDTHS]; a smaller picture is not blown up
    public Optional<Rendition> publicRendition(UnitId unit, MediaId id, int width) {
        if (!PUBLIC_WIDTHS.contains(width)) {
            return Optional.empty();
        }
        return shown(unit, id).map(item -> archive.rendition(item.sha256(), Target.width(width)));
    }

    /// A copy for the desk, large enough to judge the picture; empty for strangers to the unit.
    public Optional<Rendition> view(UnitId unit, MediaId id) {
        return shown(unit, id)
                .map(item -> archive.rendition(item.sha256(), Target.width(VIEW_WIDTH)));
    }

    /// A small copy for the desk; empty for strangers to the unit.
    public Optional<Rendition> thumb(UnitId unit, MediaId id) {
        return shown(unit, id)
                .map(item -> archive.rendition(item.sha256(), Target.width(THUMB_WIDTH)));
    }

    /// The last part of a path, without control characters, at most 120 characters.
    private static String shown(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("\\p{C}", "").strip();
        return clean.substring(
                0,
                clean.offsetByCodePoints(
                        0, Math.min(120, clean.codePointCount(0, clean.length()))));
    }
}
