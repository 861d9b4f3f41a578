package fr.tocsin.audit.web;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.audit.Entry;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The unit's record as a file, written while it is read. That it was taken is itself recorded.
@Controller
class ExportController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "at",
                    "act",
                    "unit",
                    "member",
                    "name",
                    "subject",
                    "about",
                    "address",
                    "previous",
                    "hash");

    private final Audit audit;

    ExportController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/desk/{unit}/audit.csv")
    void csv(Officer officer, AuditForm form, HttpServletResponse response) throws IOException {
        var out = begin(officer, form, response, "text/csv", "csv");
        out.write('\ufeff'); // tells spreadsheets that it is UTF-8
        line(out, COLUMNS);
        audit.each(officer.unitId(), form.search(), entry -> line(out, entry.texts()));
        out.flush();
    }

    /// One JSON object per line, with the hashes, as [Entry] describes them.
    @GetMapping("/desk/{unit}/audit.json")
    void json(Officer officer, AuditForm form, HttpServletResponse response) throws IOException {
        var out = begin(officer, form, response, "application/json", "json");
        out.write('[');
        audit.each(
                officer.unitId(),
                form.search(),
                new Consumer<>() {
                    private String separator = "\n";

                    @Override
                    public void accept(Entry entry) {
                        write(out, separator + JSON.writeValueAsString(fields(entry)));
                        separator = ",\n";
                    }
                });
        out.write("\n]\n");
        out.flush();
    }

    private Writer begin(
            Officer officer,
            AuditForm form,
            HttpServletResponse response,
            String type,
            String ending)
            throws IOException {
        officer.require(Role.ADMINISTRATOR);
        audit.record(Deed.of(officer, "audit-exported").about(form.query(null)));
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"audit-%s.%s\"".formatted(officer.unit().slug(), ending));
        return response.getWriter();
    }

    private static Map<String, String> fields(Entry entry) {
        var values = entry.texts();
        var fields = new LinkedHashMap<String, String>();
        COLUMNS.forEach(column -> fields.put(column, values.get(fields.size())));
        return fields;
    }

    private static void line(Writer out, List<String> cells) {
        write(out, String.join(";", cells.stream().map(ExportController::cell).toList()) + "\r\n");
    }

    /// A spreadsheet must not take what somebody typed for a formula.
    private static String cell(String text) {
        var harmless = text.matches("(?s)[=+\\-@].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
