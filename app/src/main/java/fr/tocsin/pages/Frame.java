package fr.tocsin.pages;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every template has at hand besides its own page: words, assets, icons, times, and what this
/// visit brings along (identity, notices, CSRF token).
public record Frame(Words words, Assets assets, Icons icons, Moments moments, Visit visit) {

    /// The message under the key in the reader's language.
    public String t(String key, Object... args) {
        return words.t(key, args);
    }

    /// Text that people wrote, with the spaces of French punctuation when it is French.
    ///
    /// @param language BCP 47 tag of the text itself
    public String typeset(String text, String language) {
        return language.equals("fr") ? Typography.french(text) : text;
    }

    /// The address of an asset, with its content hash, such as `/assets/desk.3f2a91.css`.
    public String asset(String name) {
        return assets.url(name);
    }

    /// A drawing from bootstrap-icons, hidden from assistive technology: the words beside it speak.
    public Content icon(String name) {
        return icons.icon(name);
    }

    /// Day and time: `23 novembre 2026 à 18:05`.
    public Content time(Instant instant) {
        return moments.time(instant);
    }

    /// Only the time of day: `18:05`.
    public Content hour(Instant instant) {
        return moments.hour(instant);
    }

    /// Seen from now: `il y a 5 min`, `hier à 18:05`, `dans 2 h`.
    public Content ago(Instant instant) {
        return moments.ago(instant);
    }

    /// The day: `23 novembre 2026`.
    public Content date(Instant instant) {
        return moments.date(instant);
    }

    /// The day: `23 novembre 2026`.
    public Content date(LocalDate day) {
        return moments.date(day);
    }

    /// BCP 47 tag of the reader's language.
    public String language() {
        return words.locale().getLanguage();
    }

    /// The hidden field that every form with `method="post"` contains.
    public Content csrf() {
        return output -> {
            output.writeContent("<input type=\"hidden\" name=\"");
            output.writeContent(csrfField());
            output.writeContent("\" value=\"");
            output.writeContent(csrfToken());
            output.writeContent("\">");
        };
    }

    public String csrfField() {
        return visit.csrf().field();
    }

    /// Asked for only where a form needs it: it may open a session.
    public String csrfToken() {
        return visit.csrf().token();
    }

    public @Nullable Identity identity() {
        return visit.identity();
    }

    public String path() {
        return visit.path();
    }

    /// What the previous request wanted said, usually after a redirect.
    public List<Notice> notices() {
        return visit.notices();
    }

    /// What everybody at this unit's desk must know, on every page.
    public List<Alarm.Raised> alarms() {
        return visit.alarms().get();
    }

    /// The words of an alarm, with its moments as people read them.
    public String words(Alarm.Raised alarm) {
        var args =
                alarm.args().stream()
                        .map(arg -> arg instanceof Instant instant ? moments.full(instant) : arg)
                        .toArray();
        return words.t(alarm.key(), args);
    }

    public Appearance appearance() {
        return visit.appearance();
    }

    public Navigation navigation() {
        return visit.navigation().get();
    }
}
