package fr.tocsin.takedown.web.desk;

import fr.tocsin.takedown.Certificate;
import fr.tocsin.takedown.Ending;
import fr.tocsin.takedown.Entry;
import fr.tocsin.takedown.Takedown;
import fr.tocsin.takedown.TakedownCopy;
import java.util.List;
import java.util.Locale;

/// One takedown: what is gone, what is not, and who has to do what.
///
/// @param base the address of this page
/// @param entries the newest first
public record TakedownPage(
        String base,
        String publication,
        Takedown takedown,
        TakedownsPage.Line line,
        Certificate.Verdict verdict,
        List<TakedownCopy> copies,
        List<Entry> entries,
        May may) {

    /// What this officer may do.
    public record May(boolean act, boolean review, boolean restore) {}

    /// Names what the page shows: asking again changes nothing until there is news.
    public String fingerprint() {
        return Integer.toHexString((copies.toString() + entries.size()).hashCode());
    }

    /// How often the page asks: quickly while something moves, now and then while it is only looked
    /// after.
    public String asks() {
        return copies.stream().anyMatch(copy -> copy.ending() == Ending.WAITING)
                        || takedown.settledAt() == null
                ? "every 2s"
                : "every 30s";
    }

    /// How the notice on top is meant.
    public String tone() {
        return switch (verdict) {
            case GONE -> "done";
            case UNVERIFIED -> "note";
            case PARTLY_OUT_OF_REACH -> "warning";
            case NOT_YET -> line.forPeople() > 0 ? "warning" : "note";
        };
    }

    /// Key of the notice's words.
    public String says() {
        return "takedown.verdict." + verdict.name().toLowerCase(Locale.ROOT);
    }

    /// One of the design's states.
    public static String badge(TakedownCopy copy) {
        return switch (copy.ending()) {
            case WAITING -> copy.reason() == null ? "sending" : "scheduled";
            case REMOVED, REPLACED -> "withdrawn";
            case PERSON -> "needs-person";
            case UNRECALLABLE -> "failed";
        };
    }

    public static String words(Entry entry) {
        return "takedown.entry." + entry.word().name().toLowerCase(Locale.ROOT);
    }

    /// The style of a line of the timeline.
    public static String tone(Entry entry) {
        return switch (entry.word()) {
            case REMOVED, REPLACED, VERIFIED, SETTLED, BY_HAND, REVIEWED -> "done";
            case NEEDS_PERSON, REMINDED -> "warning";
            case REOPENED, UNRECALLABLE -> "failed";
            case ORDERED, ASKED_AGAIN, OWNER, RESTORED -> "now";
        };
    }
}
