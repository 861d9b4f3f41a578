package fr.tocsin.calendar;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.publishing.Agenda;
import fr.tocsin.publishing.Planned;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// What stands in a unit's calendar, and what speaks against it. Acts within the officer's unit
/// only; throws like [fr.tocsin.publishing.Publishing].
@Service
public class Calendar {

    private final Agenda agenda;
    private final Delivering delivering;
    private final Cautions cautions;
    private final Slots slots;
    private final Clock clock;

    Calendar(Agenda agenda, Delivering delivering, Cautions cautions, Slots slots, Clock clock) {
        this.agenda = agenda;
        this.delivering = delivering;
        this.cautions = cautions;
        this.slots = slots;
        this.clock = clock;
    }

    /// The publications of these days with what speaks against their times, neighbours that are not
    /// wanted included.
    public Sheet sheet(Officer officer, Wanted wanted) {
        var from = wanted.from().minusDays(1);
        var to = wanted.to().plusDays(1);
        var planned = agenda.between(officer, from, to);
        var unit = officer.unitId();
        var mourning = cautions.mourning(unit, from, to);
        var clashes = Clashes.among(planned, cautions.of(unit), mourning);
        var accounts =
                delivering.accounts(unit).stream()
                        .collect(Collectors.toMap(Account::id, a -> a.network().id()));
        var items =
                planned.stream()
                        .filter(one -> wanted.covers(day(one)))
                        .map(one ->
                                new Item(
                                        one,
                                        networks(one, accounts),
                                        clashes.getOrDefault(one.id(), List.of())))
                        .filter(wanted::wants)
                        .toList();
        var openings =
                slots.openings(officer, wanted.from(), wanted.to(), planned).stream()
                        .filter(wanted::wants)
                        .toList();
        return new Sheet(items, openings, mourning);
    }

    /// What would speak against this time for the publication.
    public List<Clash> against(Officer officer, Publication publication, Planning planning) {
        if (!(planning.moment() instanceof Planning.Moment.At(var at))) {
            return List.of();
        }
        var day = at.atZone(Planning.ZONE).toLocalDate();
        var moved =
                new Planned(
                        publication.id(),
                        publication.draft().kind(),
                        publication.draft().title(),
                        publication.heading(),
                        publication.state(),
                        at,
                        planning,
                        publication.version(),
                        publication.updatedAt(),
                        publication.draft().accounts());
        var others =
                agenda.between(officer, day.minusDays(1), day.plusDays(2)).stream()
                        .filter(Predicate.not(one -> one.id().equals(publication.id())));
        var all =
                Stream.concat(others, Stream.of(moved))
                        .sorted(Comparator.comparing(Planned::at))
                        .toList();
        var unit = officer.unitId();
        var mourning = cautions.mourning(unit, day, day.plusDays(1));
        return Clashes.among(all, cautions.of(unit), mourning)
                .getOrDefault(publication.id(), List.of());
    }

    /// The day that it is on the units' clock.
    public LocalDate today() {
        return clock.instant().atZone(Planning.ZONE).toLocalDate();
    }

    private static SortedSet<String> networks(Planned planned, Map<AccountId, String> accounts) {
        return planned.accounts().stream()
                .filter(accounts::containsKey)
                .map(accounts::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalDate day(Planned planned) {
        return planned.at().atZone(Planning.ZONE).toLocalDate();
    }
}
