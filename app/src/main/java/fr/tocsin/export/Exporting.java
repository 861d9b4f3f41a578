package fr.tocsin.export;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.media.Media;
import fr.tocsin.pages.Moments;
import fr.tocsin.pages.Words;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Lets an administrator take away what the unit has published.
@Service
public class Exporting {

    private static final int PICTURE_WIDTH = Collections.max(Media.PUBLIC_WIDTHS);

    private final JdbcClient jdbc;
    private final Media media;
    private final Audit audit;
    private final Settings settings;
    private final Clock clock;

    Exporting(JdbcClient jdbc, Media media, Audit audit, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.media = media;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Puts on record that the archive is taken, before any of it is.
    ///
    /// @throws fr.tocsin.units.RoleMissing unless an administrator asks
    public void begin(Officer officer) {
        officer.require(Role.ADMINISTRATOR);
        audit.record(Deed.of(officer, "unit-exported"));
    }

    /// Writes the archive, a ZIP file, piece by piece.
    ///
    /// @param words of its pages
    public void write(Officer officer, Words words, OutputStream out) throws IOException {
        officer.require(Role.ADMINISTRATOR);
        var page =
                new ExportPage(
                        words,
                        new Moments(words, Moments.PARIS, clock),
                        officer.unit(),
                        settings.publicUrl().toString());
        new UnitExport(
                        new Shelf(jdbc, settings.publicUrl()),
                        (unit, picture) -> media.publicRendition(unit, picture, PICTURE_WIDTH),
                        page)
                .write(out);
    }
}
