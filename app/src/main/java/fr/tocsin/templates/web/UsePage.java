package fr.tocsin.templates.web;

import fr.tocsin.templates.Template;
import java.util.List;
import java.util.Locale;

/// The blanks of a template, to be filled.
///
/// @param base the address of the template
/// @param templates the address of all
public record UsePage(String templates, String base, Template template, List<Blank> blanks) {

    /// @param field its name in the form
    /// @param word what is proposed, empty for nothing
    public record Blank(String field, String name, String word) {}

    public String kind() {
        return template.wording().kind().name().toLowerCase(Locale.ROOT);
    }
}
