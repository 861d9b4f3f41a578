package fr.tocsin.export.web;

import fr.tocsin.export.Exporting;
import fr.tocsin.pages.Words;
import fr.tocsin.units.Officer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Everything that the unit has published, to be taken away. The button stands on the unit's page.
@Controller
class ExportController {

    private final Exporting exporting;
    private final MessageSource messages;
    private final Clock clock;

    ExportController(Exporting exporting, MessageSource messages, Clock clock) {
        this.exporting = exporting;
        this.messages = messages;
        this.clock = clock;
    }

    /// A POST, so that no other page makes a browser fetch it; sent while it is written.
    @PostMapping("/desk/{unit}/archive")
    void export(Officer officer, Locale locale, HttpServletResponse response) throws IOException {
        exporting.begin(officer);
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-%s.zip\""
                        .formatted(officer.unit().slug(), LocalDate.now(clock)));
        var out = response.getOutputStream();
        exporting.write(officer, new Words(messages, locale), out);
        out.flush();
    }
}
