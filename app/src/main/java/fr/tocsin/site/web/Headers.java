package fr.tocsin.site.web;

import fr.tocsin.pages.Destination;
import fr.tocsin.pages.SiteHeader;
import fr.tocsin.pages.Words;
import fr.tocsin.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What stands around a unit's public pages: its name, its headings, its feeds.
@Component
class Headers {

    private final MessageSource messages;

    Headers(MessageSource messages) {
        this.messages = messages;
    }

    /// @param current the heading that is open: a [KindPath], or null for the front page
    SiteHeader of(Unit unit, @Nullable KindPath current) {
        var words = new Words(messages, LocaleContextHolder.getLocale());
        var home = "/u/" + unit.slug();
        var links = new ArrayList<Destination>();
        for (var kind : KindPath.values()) {
            links.add(
                    new Destination(
                            home + "/archive/" + kind.path(),
                            words.t("site.kind." + kind.kind()),
                            "",
                            kind == current));
        }
        links.add(
                new Destination(
                        "/search?unit=" + unit.slug(),
                        words.t("site.search.title"),
                        "search",
                        false));
        return new SiteHeader(
                unit.name(),
                unit.slug(),
                unit.service().name().toLowerCase(Locale.ROOT),
                unit.place(),
                unit.contact(),
                unit.demo(),
                links,
                feeds(unit.name(), home + "/feed"));
    }

    /// The feeds of all units together.
    List<SiteHeader.Feed> ofAll() {
        var words = new Words(messages, LocaleContextHolder.getLocale());
        return feeds(words.t("product.name") + " – " + words.t("site.feed.all"), "/feed");
    }

    private static List<SiteHeader.Feed> feeds(String title, String base) {
        return List.of(
                new SiteHeader.Feed(title + " (Atom)", Feed.Format.ATOM.type(), base + ".atom"),
                new SiteHeader.Feed(title + " (RSS)", Feed.Format.RSS.type(), base + ".rss"),
                new SiteHeader.Feed(title + " (JSON)", Feed.Format.JSON.type(), base + ".json"));
    }
}
