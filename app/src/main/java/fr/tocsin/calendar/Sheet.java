package fr.tocsin.calendar;

import fr.tocsin.publishing.Planning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands in the calendar on some days.
///
/// @param items in the order of their times
/// @param openings recurring slots to come that nothing stands in
/// @param mourning the days of mourning among them
public record Sheet(
        List<Item> items, List<Opening> openings, Map<LocalDate, MourningDay> mourning) {

    /// The same by day, on the clock of [Planning#ZONE].
    public Map<LocalDate, List<Item>> byDay() {
        return items.stream().collect(Collectors.groupingBy(Sheet::day));
    }

    public List<Opening> openings(LocalDate day) {
        return openings.stream().filter(opening -> opening.day().equals(day)).toList();
    }

    public Optional<MourningDay> mourning(LocalDate day) {
        return Optional.ofNullable(mourning.get(day));
    }

    private static LocalDate day(Item item) {
        return item.planned().at().atZone(Planning.ZONE).toLocalDate();
    }
}
