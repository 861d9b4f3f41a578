package fr.tocsin.pages;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns the entries that the modules declare into the navigation of one page.
@Component
class Signposts {

    private final List<NavigationEntry> entries;
    private final List<Waiting> counts;

    Signposts(List<NavigationEntry> entries, List<Waiting> counts) {
        this.counts = counts;
        this.entries =
                entries.stream().sorted(Comparator.comparing(NavigationEntry::order)).toList();
    }

    Navigation from(@Nullable Identity identity, String path, Words words) {
        if (identity == null) {
            return Navigation.NONE;
        }
        var offered = entries.stream().filter(entry -> entry.isFor(identity)).toList();
        var here =
                offered.stream()
                        .map(entry -> href(entry, identity))
                        .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                        .max(Comparator.comparing(String::length))
                        .orElse("");
        return new Navigation(
                at(NavigationEntry.Place.RAIL, offered, identity, here, words),
                at(NavigationEntry.Place.PERSON, offered, identity, here, words));
    }

    private List<Destination> at(
            NavigationEntry.Place place,
            List<NavigationEntry> offered,
            Identity identity,
            String here,
            Words words) {
        return offered.stream()
                .filter(entry -> entry.place() == place)
                .map(entry -> {
                    var href = href(entry, identity);
                    return new Destination(
                            href,
                            words.t(entry.label()),
                            entry.icon(),
                            href.equals(here),
                            waiting(entry, identity));
                })
                .toList();
    }

    private int waiting(NavigationEntry entry, Identity identity) {
        return counts.stream()
                .filter(count -> count.label().equals(entry.label()))
                .mapToInt(count -> count.count(identity))
                .sum();
    }

    private static String href(NavigationEntry entry, Identity identity) {
        return entry.path().startsWith("/")
                ? entry.path()
                : identity.home() + (entry.path().isEmpty() ? "" : "/" + entry.path());
    }
}
