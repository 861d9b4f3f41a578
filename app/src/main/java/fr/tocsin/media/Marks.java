package fr.tocsin.media;

import fr.tocsin.media.studio.Recipe.Caption;
import fr.tocsin.media.studio.Recipe.Place;
import fr.tocsin.media.studio.Recipe.Tone;
import fr.tocsin.media.studio.Watermark;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What a unit puts on its pictures: its watermark, and the words it often lays over them.
@Service
public class Marks {

    private static final Role[] CHOOSERS = {Role.APPROVER, Role.ADMINISTRATOR};

    private static final Target LOGO = new Target(800, 800, 0, 0, Set.of("image/png"));

    private final JdbcClient jdbc;
    private final Darkroom darkroom;
    private final Clock clock;

    Marks(JdbcClient jdbc, Darkroom darkroom, Clock clock) {
        this.jdbc = jdbc;
        this.darkroom = darkroom;
        this.clock = clock;
    }

    public static boolean mayChoose(Officer officer) {
        return List.of(CHOOSERS).stream().anyMatch(officer::is);
    }

    /// The one that new edits use.
    public Optional<Watermark> watermark(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT id, text, logo, place, opacity FROM watermark
                         WHERE unit_id = :unit ORDER BY at DESC LIMIT 1
                        """)
                .param("unit", unit.value())
                .query(Marks::watermark)
                .optional();
    }

    Optional<Watermark> watermark(UnitId unit, UUID id) {
        return jdbc.sql(
                        """
                        SELECT id, text, logo, place, opacity FROM watermark WHERE unit_id = :unit AND id = :id
                        """)
                .param("unit", unit.value())
                .param("id", id)
                .query(Marks::watermark)
                .optional();
    }

    /// Chooses the watermark of edits to come; what is marked already stays as it is.
    ///
    /// @param logo a picture file as it was sent in, empty to keep the logo there is
    /// @return why the logo is not taken; empty when all is well
    public Optional<Upload.Refused> choose(
            Officer officer,
            String text,
            byte[] logo,
            boolean withoutLogo,
            Watermark.Corner corner,
            int opacity) {
        officer.require(CHOOSERS);
        try {
            var kept =
                    withoutLogo
                            ? null
                            : watermark(officer.unitId()).map(Watermark::logo).orElse(null);
            var drawn =
                    logo.length == 0 ? kept : darkroom.develop(Recognition.of(logo), LOGO).bytes();
            if (drawn == null && text.isBlank()) {
                return Optional.of(new Upload.Refused("no-mark", List.of()));
            }
            jdbc.sql(
                            """
                            INSERT INTO watermark (id, unit_id, text, logo, place, opacity, member_id, name, at, demo)
                            VALUES (:id, :unit, :text, :logo, :place, :opacity, :member, :name, :at, :demo)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("unit", officer.unitId().value())
                    .param("text", text.strip())
                    .param("logo", drawn)
                    .param("place", corner.name())
                    .param("opacity", Math.clamp(opacity, 10, 100))
                    .param("member", officer.member().value())
                    .param("name", officer.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("demo", officer.unit().demo())
                    .update();
            return Optional.empty();
        } catch (Unusable unusable) {
            return Optional.of(unusable.refused());
        }
    }

    /// A unit's words for pictures.
    public record Lettering(UUID id, Caption caption) {}

    public List<Lettering> letterings(UnitId unit) {
        return jdbc.sql(
                        "SELECT id, text, tone, place FROM lettering WHERE unit_id = :unit ORDER BY text LIMIT 50")
                .param("unit", unit.value())
                .query((row, n) ->
                        new Lettering(
                                row.getObject("id", UUID.class),
                                new Caption(
                                        row.getString("text"),
                                        Tone.valueOf(row.getString("tone")),
                                        Place.valueOf(row.getString("place")))))
                .list();
    }

    /// Adds words, or changes how the same words look.
    public void add(Officer officer, Caption caption) {
        officer.require(CHOOSERS);
        jdbc.sql(
                        """
                        INSERT INTO lettering (id, unit_id, text, tone, place, demo)
                        VALUES (:id, :unit, :text, :tone, :place, :demo)
                        ON CONFLICT (unit_id, text) DO UPDATE SET tone = excluded.tone, place = excluded.place
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", officer.unitId().value())
                .param("text", caption.text())
                .param("tone", caption.tone().name())
                .param("place", caption.place().name())
                .param("demo", officer.unit().demo())
                .update();
    }

    /// @return whether the unit has such words
    public boolean remove(Officer officer, UUID id) {
        officer.require(CHOOSERS);
        return jdbc.sql("DELETE FROM lettering WHERE unit_id = :unit AND id = :id")
                        .param("unit", officer.unitId().value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Watermark watermark(ResultSet row, int number) throws SQLException {
        byte @Nullable [] logo = row.getBytes("logo");
        return new Watermark(
                row.getObject("id", UUID.class),
                row.getString("text"),
                logo,
                Watermark.Corner.valueOf(row.getString("place")),
                row.getInt("opacity"));
    }
}
