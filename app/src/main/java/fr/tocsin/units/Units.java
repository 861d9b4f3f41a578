package fr.tocsin.units;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The services that speak with the public through this installation.
@Service
public class Units {

    static final String COLUMNS =
            "unit.id, unit.slug, unit.name, unit.service, unit.place, unit.contact, unit.demo";

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Clock clock;

    Units(JdbcClient jdbc, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    public Optional<Unit> find(UnitId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM unit WHERE id = :id")
                .param("id", id.value())
                .query(Rows::unit)
                .optional();
    }

    public Optional<Unit> bySlug(String slug) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM unit WHERE slug = :slug")
                .param("slug", slug)
                .query(Rows::unit)
                .optional();
    }

    /// Every unit, in the order of their names.
    public List<Unit> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM unit ORDER BY name, slug")
                .query(Rows::unit)
                .list();
    }

    /// Whether nothing has been set up yet.
    public boolean none() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM unit)").query(Boolean.class).single();
    }

    /// Adds a unit.
    ///
    /// @param slug its name in addresses; must satisfy [Slugs#valid]
    /// @throws SlugTaken when another unit has this slug
    /// @throws IllegalArgumentException when the slug is not one: ask [Slugs] before
    public Unit create(
            String slug,
            String name,
            Unit.Service service,
            String place,
            String contact,
            boolean demo) {
        if (!Slugs.valid(slug)) {
            throw new IllegalArgumentException("'" + slug + "' cannot name a unit in addresses");
        }
        var unit = new Unit(UnitId.random(), slug, name, service, place, contact, demo);
        try {
            jdbc.sql(
                            """
                            INSERT INTO unit (id, slug, name, service, place, contact, demo, created_at)
                            VALUES (:id, :slug, :name, :service, :place, :contact, :demo, :now)
                            """)
                    .param("id", unit.id().value())
                    .param("slug", slug)
                    .param("name", name)
                    .param("service", service.name())
                    .param("place", place)
                    .param("contact", contact)
                    .param("demo", demo)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new SlugTaken(slug, taken);
        }
        return unit;
    }

    /// Changes what the public reads about the officer's unit; its address stays.
    @Transactional
    public void describe(
            Officer by, String name, Unit.Service service, String place, String contact) {
        jdbc.sql(
                        """
                        UPDATE unit SET name = :name, service = :service, place = :place, contact = :contact
                         WHERE id = :id
                        """)
                .param("id", by.unitId().value())
                .param("name", name)
                .param("service", service.name())
                .param("place", place)
                .param("contact", contact)
                .update();
        acts.add(by.unitId(), Act.Deed.UNIT_CHANGED, by.member(), name);
    }

    /// Removes every demonstration unit and member with what this module keeps of them. Other
    /// modules' rows that point at them must be gone before, or cascade.
    public void removeDemo() {
        jdbc.sql("DELETE FROM unit WHERE demo").update();
        jdbc.sql("DELETE FROM member WHERE demo").update();
    }

    /// Another unit has this name in addresses.
    public static class SlugTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        SlugTaken(String slug, Throwable cause) {
            super("a unit named '" + slug + "' exists", cause);
        }
    }
}
