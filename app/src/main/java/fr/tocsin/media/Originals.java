package fr.tocsin.media;

import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// The originals of edited pictures: kept apart, shown to few, and every look recorded.
@Service
public class Originals {

    /// Who answers for what is shown, and who works on the case. Whoever sent a picture in has seen
    /// it anyway.
    private static final Role[] READERS = {
        Role.APPROVER, Role.JUDICIAL_VALIDATOR, Role.INVESTIGATOR
    };

    private final MediaItems items;
    private final Edits edits;
    private final Archive archive;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Originals(
            MediaItems items,
            Edits edits,
            Archive archive,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.edits = edits;
        this.archive = archive;
        this.events = events;
        this.clock = clock;
    }

    /// Whether this officer may see the picture as it was sent in.
    public boolean mayRead(Officer officer, MediaItem item) {
        return item.unit().equals(officer.unitId())
                && (!item.keptApart()
                        || officer.member().equals(item.uploadedBy())
                        || Arrays.stream(READERS).anyMatch(officer::is));
    }

    /// A copy of an original, large enough to judge it. The look is on record before it leaves.
    /// Empty for strangers to the unit and for whom it is not meant.
    public Optional<Rendition> view(Officer officer, MediaId id) {
        return read(officer, id)
                .map(item -> archive.rendition(item.sha256(), Target.width(Media.VIEW_WIDTH)));
    }

    /// The picture for whoever may see it, with the look on record when it is kept apart.
    Optional<MediaItem> read(Officer officer, MediaId id) {
        var item = items.find(officer.unitId(), id).filter(found -> mayRead(officer, found));
        item.filter(MediaItem::keptApart).ifPresent(found -> record(officer, id));
        return item;
    }

    private void record(Officer officer, MediaId id) {
        var now = clock.instant();
        edits.looked(officer, id, now);
        events.publishEvent(
                new OriginalRead(officer.unitId(), id, officer.member(), officer.name(), now));
    }

    /// The picture that this one was made from, if it is still there.
    public Optional<MediaItem> sourceOf(UnitId unit, MediaId edited) {
        return edits.of(unit, edited).flatMap(edit -> items.find(unit, edit.source()));
    }

    /// Who looked last, newest first.
    public List<Look> looks(Officer officer, MediaId id) {
        return edits.looks(officer.unitId(), id, 20);
    }

    /// One look at an original.
    public record Look(String name, Instant at) {}
}
