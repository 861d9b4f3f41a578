package fr.tocsin.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;

/// The words of one page in one language. A missing key is a bug and fails loudly.
public record Words(MessageSource messages, Locale locale) {

    /// The message under the key, with its `{0}`, `{1}` … filled (MessageFormat).
    public String t(String key, Object... args) {
        var message = messages.getMessage(key, args, locale);
        return locale.getLanguage().equals("fr") ? Typography.french(message) : message;
    }
}
