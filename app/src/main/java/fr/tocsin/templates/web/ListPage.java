package fr.tocsin.templates.web;

import fr.tocsin.templates.Template;
import java.util.List;
import java.util.Locale;

/// A unit's templates.
///
/// @param base their address
public record ListPage(String base, List<Template> templates, boolean mayWrite) {

    public String kind(Template template) {
        return template.wording().kind().name().toLowerCase(Locale.ROOT);
    }
}
