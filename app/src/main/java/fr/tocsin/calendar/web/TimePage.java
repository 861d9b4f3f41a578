package fr.tocsin.calendar.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import java.util.List;
import java.util.Locale;

/// Another time for one publication: what a drag does, as a form.
///
/// @param base the address of the calendar
/// @param showing where to go back to
/// @param typed the time as it stands in the field
/// @param clashes what speaks against the time in the field
/// @param meanwhile whether somebody changed the publication since the officer looked
public record TimePage(
        String base,
        Showing showing,
        Publication publication,
        String typed,
        Planning planning,
        List<String> clashes,
        Mistakes mistakes,
        boolean meanwhile) {

    public String action() {
        return base + "/items/" + publication.id() + "/time";
    }

    public String state() {
        return publication.state().name().toLowerCase(Locale.ROOT);
    }
}
