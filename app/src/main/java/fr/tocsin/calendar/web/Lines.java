package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Item;
import fr.tocsin.calendar.Opening;
import fr.tocsin.pages.Words;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Standing;
import fr.tocsin.publishing.State;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Puts publications into the words of the calendar.
///
/// @param mayWrite whether the reader may move any of them
record Lines(Words words, Instant now, boolean mayWrite) {

    static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    Line of(Item item) {
        var planned = item.planned();
        var local = planned.at().atZone(Planning.ZONE);
        var left = planned.state() == State.APPROVED && !planned.at().isAfter(now);
        return new Line(
                planned.id(),
                planned.kind().name().toLowerCase(Locale.ROOT),
                planned.heading().isEmpty() ? words.t("publishing.untitled") : planned.heading(),
                planned.at(),
                hour(local),
                LOCAL.format(local),
                Standing.of(planned.state(), planned.at(), now),
                item.networks().stream().map(id -> words.t("network." + id)).toList(),
                new ClashWords(words).all(item.clashes()),
                planned.state().name().toLowerCase(Locale.ROOT),
                planned.version(),
                mayWrite && planned.movable() && !left);
    }

    OpeningPage of(Opening opening) {
        var local = opening.at().atZone(Planning.ZONE);
        return new OpeningPage(
                opening.slot().id().toString(),
                opening.day().toString(),
                opening.slot().kind().name().toLowerCase(Locale.ROOT),
                opening.slot().name(),
                hour(local),
                local.getHour());
    }

    private String hour(ZonedDateTime local) {
        var hour = HOUR.format(local);
        if (Planning.ZONE.getRules().getValidOffsets(local.toLocalDateTime()).size() < 2) {
            return hour;
        }
        var first = local.withEarlierOffsetAtOverlap().getOffset().equals(local.getOffset());
        return words.t(first ? "calendar.turn.first" : "calendar.turn.second", hour);
    }
}
