package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Reason;
import java.util.Locale;
import org.springframework.context.MessageSource;

/// Finds the words for a reason. A channel may know codes that nobody has put into words yet.
public final class ReasonWords {

    private ReasonWords() {}

    /// The key of the reason's sentence, or of one that fits any.
    public static String key(MessageSource messages, Reason reason) {
        var key = "reason." + reason.code();
        return "".equals(messages.getMessage(key, null, "", Locale.FRENCH)) ? "reason.other" : key;
    }
}
