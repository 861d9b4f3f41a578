package fr.tocsin.units;

import fr.tocsin.units.Act.Deed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The record of who changed what about a unit and its members; rows are only ever added.
@Repository
public class Acts {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    void add(UnitId unit, Deed deed, @Nullable MemberId actor, String about) {
        jdbc.sql(
                        """
                        INSERT INTO unit_act (at, unit_id, act, actor_id, about)
                        VALUES (:now, :unit, :act, :actor, :about)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", unit.value())
                .param("act", deed.name())
                .param("actor", actor == null ? null : actor.value())
                .param("about", about)
                .update();
        events.publishEvent(new ActAdded(unit, deed, actor, about));
    }

    /// The latest acts, newest first.
    public List<Act> latest(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT unit_act.at, unit_act.act, coalesce(member.name, '') AS actor, unit_act.about
                          FROM unit_act LEFT JOIN member ON member.id = unit_act.actor_id
                         WHERE unit_act.unit_id = :unit
                         ORDER BY unit_act.id DESC
                         LIMIT :shown
                        """)
                .param("unit", unit.value())
                .param("shown", SHOWN)
                .query((row, number) ->
                        new Act(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Deed.valueOf(row.getString("act")),
                                row.getString("actor"),
                                row.getString("about")))
                .list();
    }
}
