package fr.tocsin.calendar;

import fr.tocsin.calendar.Recurrence.Frequency;
import fr.tocsin.delivering.Kind;
import fr.tocsin.templates.TemplateId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The units' recurring slots.
@Component
class SlotBook {

    private static final String SLOT =
            """
            SELECT s.id, s.name, s.kind, s.template_id, s.frequency, s.every, s.weekdays, s.month_day, s.nth, s.at,
                   s.starts_on, s.ends_on,
                   ARRAY(SELECT day::text FROM calendar_slot_exception WHERE slot_id = s.id) AS exceptions
              FROM calendar_slot s
             WHERE s.unit_id = :unit
            """;

    private final JdbcClient jdbc;

    SlotBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Slot> of(UnitId unit) {
        return jdbc.sql(SLOT + " ORDER BY s.at, s.name")
                .param("unit", unit.value())
                .query(SlotBook::slot)
                .list();
    }

    Optional<Slot> find(UnitId unit, UUID id) {
        return jdbc.sql(SLOT + " AND s.id = :id")
                .param("unit", unit.value())
                .param("id", id)
                .query(SlotBook::slot)
                .optional();
    }

    /// The same, so that two who fill it at the same moment queue up.
    Optional<Slot> lock(UnitId unit, UUID id) {
        return jdbc.sql(SLOT + " AND s.id = :id FOR UPDATE OF s")
                .param("unit", unit.value())
                .param("id", id)
                .query(SlotBook::slot)
                .optional();
    }

    void add(Officer by, Slot slot) {
        var rule = slot.recurrence();
        var template = slot.template();
        jdbc.sql(
                        """
                        INSERT INTO calendar_slot (id, unit_id, name, kind, template_id, frequency, every, weekdays,
                                                   month_day, nth, at, starts_on, ends_on, demo)
                        VALUES (:id, :unit, :name, :kind, :template, :frequency, :every, :weekdays, :monthDay, :nth,
                                :at, :starts, :ends, :demo)
                        """)
                .param("id", slot.id())
                .param("unit", by.unitId().value())
                .param("name", slot.name())
                .param("kind", slot.kind().name().toLowerCase(Locale.ROOT))
                .param("template", template == null ? null : template.value())
                .param("frequency", rule.frequency().name().toLowerCase(Locale.ROOT))
                .param("every", rule.every())
                .param(
                        "weekdays",
                        rule.weekdays().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toArray(Integer[]::new))
                .param("monthDay", rule.monthDay())
                .param("nth", rule.nth())
                .param("at", slot.at())
                .param("starts", rule.starts())
                .param("ends", rule.ends())
                .param("demo", by.unit().demo())
                .update();
    }

    boolean remove(UnitId unit, UUID id) {
        return jdbc.sql("DELETE FROM calendar_slot WHERE unit_id = :unit AND id = :id")
                        .param("unit", unit.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void except(UUID slot, LocalDate day) {
        jdbc.sql(
                        """
                        INSERT INTO calendar_slot_exception (slot_id, day) VALUES (:slot, :day) ON CONFLICT DO NOTHING
                        """)
                .param("slot", slot)
                .param("day", day)
                .update();
    }

    void unexcept(UUID slot, LocalDate day) {
        jdbc.sql("DELETE FROM calendar_slot_exception WHERE slot_id = :slot AND day = :day")
                .param("slot", slot)
                .param("day", day)
                .update();
    }

    private static Slot slot(ResultSet row, int n) throws SQLException {
        var template = row.getObject("template_id", UUID.class);
        return new Slot(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                template == null ? null : new TemplateId(template),
                new Recurrence(
                        Frequency.valueOf(row.getString("frequency").toUpperCase(Locale.ROOT)),
                        row.getInt("every"),
                        Arrays.stream((Integer[]) row.getArray("weekdays").getArray())
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet()),
                        row.getInt("month_day"),
                        row.getInt("nth"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)),
                row.getObject("at", LocalTime.class),
                Arrays.stream((String[]) row.getArray("exceptions").getArray())
                        .map(LocalDate::parse)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
