package fr.tocsin.media;

import fr.tocsin.media.studio.Recipe;
import fr.tocsin.media.studio.Retouch;
import fr.tocsin.media.studio.Watermark;
import fr.tocsin.units.Officer;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Edits pictures: a recipe is applied to the kept original and gives a new picture, which stands
/// for the old one from then on. Every answer is empty for strangers to the unit and for pictures
/// that the officer may not see.
@Service
public class Studio {

    private static final int TABLE_WIDTH = 1_280;
    private static final Target RESULT =
            new Target(0, 0, 0, Media.MAX_BYTES, Target.width(1).types());

    private final MediaItems items;
    private final Edits edits;
    private final Originals originals;
    private final Marks marks;
    private final Archive archive;
    private final List<PictureUse> uses;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    Studio(
            MediaItems items,
            Edits edits,
            Originals originals,
            Marks marks,
            Archive archive,
            List<PictureUse> uses,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.items = items;
        this.edits = edits;
        this.originals = originals;
        this.marks = marks;
        this.archive = archive;
        this.uses = uses;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A picture on the table.
    ///
    /// @param picture the one that was asked for
    /// @param recipe what was done to it so far, to be gone on with
    public record Table(MediaItem picture, Recipe recipe) {}

    /// The new picture.
    ///
    /// @param released the old one is public already: it was not kept apart, and every copy of it
    ///   must be corrected or taken down
    public record Edited(MediaItem picture, boolean released) {}

    public Optional<Table> open(Officer officer, MediaId id) {
        return found(officer, id)
                .map(work ->
                        new Table(items.find(officer.unitId(), id).orElseThrow(), work.recipe()));
    }

    /// The picture as the recipe makes it, for looking at only.
    public Optional<Rendition> preview(Officer officer, MediaId id, Recipe recipe) {
        return found(officer, id)
                .flatMap(work -> originals.read(officer, work.source().id()))
                .map(source -> developed(officer, source, recipe, Target.width(TABLE_WIDTH)));
    }

    /// Makes the new picture. Open publications that showed the old one show the new one, and the
    /// old one is kept apart, unless the public has seen it already.
    public Optional<Edited> save(Officer officer, MediaId id, Recipe recipe) {
        return found(officer, id).map(work -> save(officer, id, work, recipe));
    }

    private Edited save(Officer officer, MediaId replaced, Work work, Recipe recipe) {
        var source = work.source();
        var made = developed(officer, source, recipe, RESULT);
        var sha256 = Archive.sha256(made.bytes());
        archive.proof(sha256, made.bytes());
        var now = clock.instant();
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    items.lock(sha256);
                    archive.keepOriginal(sha256, made.bytes());
                    var edited = items.add(source.madeInto(sha256, made, officer.member(), now));
                    if (!edited.id().equals(replaced)) {
                        events.publishEvent(
                                new PictureReplaced(officer, replaced, edited.id(), now));
                        edits.add(
                                officer,
                                new Edits.Edit(source.id(), replaced, edited.id(), recipe),
                                now);
                    }
                    var released = uses.stream().anyMatch(use -> use.released(replaced));
                    if (!released && !edited.id().equals(replaced)) {
                        items.keepApart(officer.unitId(), replaced, now);
                    }
                    return new Edited(edited, released);
                }));
    }

    /// What a recipe is applied to: the original where the officer may see it, else the picture
    /// itself.
    private record Work(MediaItem source, Recipe recipe) {}

    private Optional<Work> found(Officer officer, MediaId id) {
        var unit = officer.unitId();
        return items.find(unit, id)
                .filter(item -> !item.moving())
                .flatMap(item ->
                        edits.of(unit, id)
                                .flatMap(edit ->
                                        items.find(unit, edit.source())
                                                .filter(source ->
                                                        originals.mayRead(officer, source))
                                                .map(source -> new Work(source, edit.recipe())))
                                .or(() ->
                                        Optional.of(new Work(item, Recipe.NOTHING))
                                                .filter(work -> originals.mayRead(officer, item))));
    }

    private Rendition developed(Officer officer, MediaItem source, Recipe recipe, Target target) {
        var watermark =
                recipe.watermark() == null
                        ? null
                        : marks.watermark(officer.unitId(), recipe.watermark()).orElse(null);
        var logo = logo(watermark);
        return archive.retouched(
                source.sha256(),
                target,
                picture -> Retouch.apply(picture, recipe, watermark, logo));
    }

    private static @Nullable BufferedImage logo(@Nullable Watermark watermark) {
        var file = watermark == null ? null : watermark.logo();
        if (file == null) {
            return null;
        }
        try {
            return Decoder.decode(Recognition.of(file));
        } catch (Unusable changed) {
            throw new IllegalStateException("the unit's watermark has changed", changed);
        }
    }
}
