package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Account;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.publishing.Authorisation;
import fr.tocsin.publishing.Presence;
import fr.tocsin.publishing.Publication;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The editor.
///
/// @param base the publication's address
/// @param publication as it is kept
/// @param form as it was typed, which may be ahead
/// @param accounts of the unit, all of them
/// @param networks of the chosen accounts, each once
/// @param reason why it cannot wait, should that come back
/// @param tab the network whose text is open, empty for the common one
public record EditPage(
        String base,
        Publication publication,
        DraftForm form,
        List<AccountChoice> accounts,
        List<NetworkText> networks,
        List<Picture> pictures,
        PreviewPage preview,
        Mistakes mistakes,
        PresencePage presence,
        Optional<Authorisation> authorisation,
        boolean mayPublishInEmergency,
        String reason,
        String tab) {

    static final List<String> LANGUAGES =
            List.of("fr", "en", "de", "es", "it", "nl", "pt", "pl", "ro", "uk", "ar", "tr");

    /// One account to send to.
    public record AccountChoice(Account account, String network, boolean chosen) {}

    /// The text for one network.
    ///
    /// @param own whether it went its own way
    public record NetworkText(String id, String name, boolean own, String text) {}

    /// @param checked how many questions of its checklist are answered
    /// @param questions how many there are
    public record Picture(
            String media, String url, String alt, int altLimit, int checked, int questions) {}

    public record PresencePage(String base, Presence presence, int mine) {

        public boolean newer() {
            return presence.version() > mine;
        }
    }

    public List<String> kinds() {
        return ListPage.KINDS;
    }

    public String kind() {
        return form.draft().kind().name().toLowerCase(Locale.ROOT);
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    public String languageName(String code, String reader) {
        return Locale.of(code).getDisplayLanguage(Locale.of(reader));
    }
}
