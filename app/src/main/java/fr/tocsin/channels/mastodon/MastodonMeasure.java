package fr.tocsin.channels.mastodon;

import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Links;
import fr.tocsin.wording.Measure;

/// Mastodon's count: graphemes, where every address counts a fixed number and a mention of someone
/// on another server counts without the server. A content warning shares the limit and counts as
/// written: [Measure#reserving] its graphemes.
///
/// @param characters 500 as documented, or what the server announces as
///   `configuration.statuses.max_characters`
/// @param urlCharacters 23 as documented, or what the server announces as
///   `configuration.statuses.characters_reserved_per_url`
record MastodonMeasure(int characters, int urlCharacters) implements Measure {

    @Override
    public Count count(String text) {
        var counted = new StringBuilder();
        var at = 0;
        for (var link : Links.in(text)) {
            counted.append(text, at, link.start()).append(counted(link));
            at = link.end();
        }
        counted.append(text, at, text.length());
        return new Count(Graphemes.count(counted.toString()), characters);
    }

    private String counted(Links.Link link) {
        return switch (link.kind()) {
            case URL -> address(link.text());
            case MENTION -> link.text().replaceFirst("(?<=.)@.*", "");
            case TAG -> link.text();
        };
    }

    /// An address on no known top-level domain is not recognised and counts as written; a fragment
    /// right behind the host is not part of the address.
    private String address(String url) {
        var host = url.substring(url.indexOf("://") + 3).split("[:/?#]", 2)[0];
        if (!Links.isPublicDomain(host)) {
            return url;
        }
        var hostEnd = url.indexOf("://") + 3 + host.length();
        var fragment = url.startsWith("#", hostEnd) ? url.substring(hostEnd) : "";
        return "x".repeat(urlCharacters) + fragment;
    }
}
