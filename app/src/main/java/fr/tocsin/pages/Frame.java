package fr.tocsin.pages;

import org.jspecify.annotations.Nullable;

/// What every template has at hand besides its own page: words, assets, the identity banner, the
/// CSRF token.
public record Frame(
        Words words,
        Assets assets,
        @Nullable Identity identity,
        String path,
        String csrfField,
        String csrfToken) {

    /// The message under the key in the reader's language.
    public String t(String key, Object... args) {
        return words.t(key, args);
    }

    /// The address of an asset, with its content hash, such as `/assets/tocsin.3f2a91.css`.
    public String asset(String name) {
        return assets.url(name);
    }

    /// BCP 47 tag of the reader's language.
    public String language() {
        return words.locale().getLanguage();
    }
}
