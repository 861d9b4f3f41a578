package fr.tocsin.audit.web;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Entry;
import fr.tocsin.audit.Head;
import fr.tocsin.pages.Mistakes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The record of one unit.
///
/// @param base the address of this page
/// @param desk the address of the unit's desk
/// @param entries the newest first
/// @param older the query that leads to the next page; null on the last
/// @param found the query of this search, for exports
/// @param people who appear in the record
/// @param acts that appear in the record
/// @param head end of the installation's chain
public record AuditPage(
        String base,
        String desk,
        AuditForm form,
        Mistakes mistakes,
        List<Entry> entries,
        @Nullable String older,
        String found,
        List<Audit.Person> people,
        List<String> acts,
        Head head) {

    /// The key of the act's words, or null when nobody has put it into words.
    public static @Nullable String words(MessageSource messages, String act) {
        var key = "audit.act." + act;
        return "".equals(messages.getMessage(key, null, "", Locale.FRENCH)) ? null : key;
    }

    /// Whether the entry's subject is a publication that can be opened.
    public boolean leadsToPublication(Entry entry) {
        return entry.subject() != null
                && (entry.act().startsWith("publication-")
                        || entry.act().equals("delivery-decided")
                        || entry.act().equals("authorisation-read"));
    }
}
