package fr.tocsin.calendar;

import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The units' precautions and days of mourning.
@Component
class Cautions {

    private final JdbcClient jdbc;

    Cautions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Precautions of(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT gap_minutes, night_from, night_to FROM calendar_precaution WHERE unit_id = :unit
                        """)
                .param("unit", unit.value())
                .query((row, n) ->
                        new Precautions(
                                row.getInt("gap_minutes"),
                                row.getObject("night_from", LocalTime.class),
                                row.getObject("night_to", LocalTime.class)))
                .optional()
                .orElse(Precautions.USUAL);
    }

    void set(UnitId unit, Precautions precautions) {
        jdbc.sql(
                        """
                        INSERT INTO calendar_precaution (unit_id, gap_minutes, night_from, night_to)
                        VALUES (:unit, :gap, :from, :to)
                        ON CONFLICT (unit_id) DO UPDATE
                           SET gap_minutes = excluded.gap_minutes, night_from = excluded.night_from,
                               night_to = excluded.night_to
                        """)
                .param("unit", unit.value())
                .param("gap", precautions.gapMinutes())
                .param("from", precautions.nightFrom())
                .param("to", precautions.nightTo())
                .update();
    }

    /// By their days; one day is mourned once.
    Map<LocalDate, MourningDay> mourning(UnitId unit, LocalDate from, LocalDate to) {
        return jdbc
                .sql(
                        """
                        SELECT id, day, name, national FROM calendar_mourning
                         WHERE unit_id = :unit AND day >= :from AND day < :to
                        """)
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .query(Cautions::day)
                .list()
                .stream()
                .collect(Collectors.toMap(MourningDay::day, Function.identity()));
    }

    /// The latest first.
    List<MourningDay> mourning(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT id, day, name, national FROM calendar_mourning
                         WHERE unit_id = :unit ORDER BY day DESC LIMIT 200
                        """)
                .param("unit", unit.value())
                .query(Cautions::day)
                .list();
    }

    /// A day that is there already takes the new name.
    void add(Officer officer, MourningDay day) {
        jdbc.sql(
                        """
                        INSERT INTO calendar_mourning (id, unit_id, day, name, national, demo)
                        VALUES (:id, :unit, :day, :name, :national, :demo)
                        ON CONFLICT (unit_id, day) DO UPDATE
                           SET name = excluded.name, national = excluded.national
                        """)
                .param("id", day.id())
                .param("unit", officer.unitId().value())
                .param("day", day.day())
                .param("name", day.name())
                .param("national", day.national())
                .param("demo", officer.unit().demo())
                .update();
    }

    boolean remove(UnitId unit, UUID id) {
        return jdbc.sql("DELETE FROM calendar_mourning WHERE unit_id = :unit AND id = :id")
                        .param("unit", unit.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static MourningDay day(ResultSet row, int n) throws SQLException {
        return new MourningDay(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                row.getBoolean("national"));
    }
}
