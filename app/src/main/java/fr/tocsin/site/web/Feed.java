package fr.tocsin.site.web;

import fr.tocsin.site.Site;
import java.net.URI;
import java.util.List;

/// One list of articles that programs follow, in whatever format they ask for.
///
/// @param home the page that shows the same to people
/// @param base the feed's own address without its format ending
/// @param language BCP 47
/// @param removals what was taken down lately
record Feed(
        String title,
        String description,
        URI home,
        URI base,
        String language,
        List<Article> articles,
        List<Site.Removal> removals) {

    Feed {
        articles = List.copyOf(articles);
        removals = List.copyOf(removals);
    }

    URI self(Format format) {
        return URI.create(base + "." + format.ending());
    }

    /// The formats that a feed is offered in.
    enum Format {
        ATOM("application/atom+xml"),
        RSS("application/rss+xml"),
        JSON("application/feed+json");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
