package fr.tocsin.calendar;

import fr.tocsin.publishing.Agenda;
import fr.tocsin.publishing.Outcome;
import fr.tocsin.publishing.Planned;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Rights;
import fr.tocsin.templates.Templates;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A unit's recurring slots, and the drafts they are filled with. A slot is taken on a day when a
/// publication of its kind stands on that day, or any within the unit's gap.
///
/// Acts within the officer's unit only, and throws [NoSuchSlot] for another unit's,
/// [fr.tocsin.units.RoleMissing] for what the officer's roles do not cover.
@Service
public class Slots {

    private final SlotBook book;
    private final Cautions cautions;
    private final Agenda agenda;
    private final Publishing publishing;
    private final Templates templates;
    private final Clock clock;

    Slots(
            SlotBook book,
            Cautions cautions,
            Agenda agenda,
            Publishing publishing,
            Templates templates,
            Clock clock) {
        this.book = book;
        this.cautions = cautions;
        this.agenda = agenda;
        this.publishing = publishing;
        this.templates = templates;
        this.clock = clock;
    }

    /// In the order of their hours.
    public List<Slot> list(Officer officer) {
        Rights.READ.demand(officer);
        return book.of(officer.unitId());
    }

    /// Puts a slot into the calendar.
    ///
    /// @throws fr.tocsin.templates.NoSuchTemplate when its template is not the unit's
    public void add(Officer officer, Slot slot) {
        Rights.WRITE.demand(officer);
        var template = slot.template();
        if (template != null) {
            templates.find(officer, template);
        }
        book.add(officer, slot);
    }

    public void remove(Officer officer, UUID id) {
        Rights.WRITE.demand(officer);
        if (!book.remove(officer.unitId(), id)) {
            throw new NoSuchSlot(id);
        }
    }

    /// Lets it not come on that day, or come after all.
    public void except(Officer officer, UUID id, LocalDate day, boolean excepted) {
        Rights.WRITE.demand(officer);
        var slot = book.find(officer.unitId(), id).orElseThrow(() -> new NoSuchSlot(id));
        if (!excepted) {
            book.unexcept(id, day);
        } else if (slot.recurrence().on(day)) {
            book.except(id, day);
        }
    }

    /// Opens a draft in the slot, planned for its time.
    ///
    /// @return empty when the slot does not come on that day, is past, or is taken meanwhile
    @Transactional
    public Optional<Publication> draft(Officer author, UUID id, LocalDate day) {
        Rights.WRITE.demand(author);
        var slot = book.lock(author.unitId(), id).orElseThrow(() -> new NoSuchSlot(id));
        var planned = agenda.between(author, day.minusDays(1), day.plusDays(2));
        if (openings(author, List.of(slot), day, day.plusDays(1), planned).isEmpty()) {
            return Optional.empty();
        }
        var planning = slot.planning(day);
        var template = slot.template();
        if (template != null) {
            return Optional.of(templates.draft(author, template, Map.of(), planning));
        }
        var blank = publishing.draft(author, slot.kind());
        var draft = blank.draft().plannedFor(planning);
        if (publishing.save(author, blank.id(), blank.version(), draft)
                instanceof Outcome.Saving.Saved(var publication, _)) {
            return Optional.of(publication);
        }
        throw new IllegalStateException("a draft that was just opened is not there");
    }

    /// The slots of these days that nothing stands in.
    ///
    /// @param planned everything on these days and around them
    List<Opening> openings(Officer officer, LocalDate from, LocalDate to, List<Planned> planned) {
        return openings(officer, book.of(officer.unitId()), from, to, planned);
    }

    private List<Opening> openings(
            Officer officer,
            List<Slot> slots,
            LocalDate from,
            LocalDate to,
            List<Planned> planned) {
        if (slots.isEmpty()) {
            return List.of();
        }
        var gap = Duration.ofMinutes(cautions.of(officer.unitId()).gapMinutes());
        var now = clock.instant();
        var openings = new ArrayList<Opening>();
        from.datesUntil(to)
                .forEach(day ->
                        slots.stream()
                                .filter(slot -> slot.on(day))
                                .map(slot ->
                                        new Opening(slot, day, slot.planning(day).instant(now)))
                                .filter(opening -> opening.at().isAfter(now))
                                .filter(opening ->
                                        planned.stream().noneMatch(one -> takes(one, opening, gap)))
                                .forEach(openings::add));
        return openings;
    }

    private static boolean takes(Planned one, Opening opening, Duration gap) {
        var sameDay = day(one.at()).equals(opening.day()) && one.kind() == opening.slot().kind();
        var between = Duration.between(one.at(), opening.at()).abs();
        return sameDay || between.isZero() || between.compareTo(gap) < 0;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Planning.ZONE).toLocalDate();
    }
}
