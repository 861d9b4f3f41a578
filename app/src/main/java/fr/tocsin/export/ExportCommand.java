package fr.tocsin.export;

import fr.tocsin.audit.AuditAtHand;
import fr.tocsin.audit.Deed;
import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaAtHand;
import fr.tocsin.pages.Moments;
import fr.tocsin.pages.Words;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.Unit;
import fr.tocsin.units.UnitId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./tocsin export UNIT FILE`: beside a running server or without one.
public final class ExportCommand {

    private static final String USAGE =
            """
            Usage: ./tocsin export UNIT FILE
              UNIT  its name in addresses, such as sdis-86
              FILE  a ZIP archive that does not exist yet\
            """;

    /// The widest in which the public site shows pictures.
    private static final int PICTURE_WIDTH = Collections.max(Media.PUBLIC_WIDTHS);

    private ExportCommand() {}

    /// @param arguments without the word `export`
    /// @param folder in which the caller was
    /// @return 0 when the archive is whole, 1 when there is none, 2 for a wrong call
    public static int run(Settings settings, List<String> arguments, Path folder, PrintStream out)
            throws SQLException, IOException {
        if (arguments.size() != 2) {
            out.println(USAGE);
            return 2;
        }
        var file = folder.resolve(arguments.get(1)).normalize();
        if (Files.exists(file)) {
            out.println("tocsin: " + file + " exists already: name another file.");
            return 1;
        }
        try (var database = DatabaseAtHand.open(settings)) {
            var jdbc = JdbcClient.create(database.source());
            var unit = unit(jdbc, arguments.getFirst());
            if (unit.isEmpty()) {
                out.println("tocsin: there is no unit '" + arguments.getFirst() + "'.");
                return 1;
            }
            try (var connection = database.connect()) {
                connection.setAutoCommit(false);
                var deed = Deed.ofNobody("unit-exported").to(unit.get().id().value());
                AuditAtHand.record(connection, deed.about(unit.get().slug()), Clock.systemUTC());
                connection.commit();
            }
            var count = write(settings, database, jdbc, unit.get(), file);
            out.println(file + ": " + count + " publications");
            return 0;
        }
    }

    private static int write(
            Settings settings, DatabaseAtHand database, JdbcClient jdbc, Unit unit, Path file)
            throws IOException {
        var media = MediaAtHand.of(database.source(), settings);
        var words = new Words(messages(), Locale.FRENCH);
        var page =
                new ExportPage(
                        words,
                        new Moments(words, Moments.PARIS, Clock.systemUTC()),
                        unit,
                        settings.publicUrl().toString());
        var export =
                new UnitExport(
                        new Shelf(jdbc, settings.publicUrl()),
                        (owner, picture) -> media.publicRendition(owner, picture, PICTURE_WIDTH),
                        page);
        var aside = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            int count;
            try (var out =
                    new BufferedOutputStream(
                            Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW))) {
                count = export.write(out);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return count;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static Optional<Unit> unit(JdbcClient jdbc, String slug) {
        return jdbc.sql(
                        "SELECT id, slug, name, service, place, contact, demo FROM unit WHERE slug = :slug")
                .param("slug", slug)
                .query((row, number) ->
                        new Unit(
                                new UnitId(row.getObject("id", UUID.class)),
                                row.getString("slug"),
                                row.getString("name"),
                                Unit.Service.valueOf(row.getString("service")),
                                row.getString("place"),
                                row.getString("contact"),
                                row.getBoolean("demo")))
                .optional();
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("words.export", "words.pages", "words.publishing");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
