package fr.tocsin.pages;

import java.util.List;

/// What every public page of one unit shows around its content.
///
/// @param unitSlug the unit's name in addresses
/// @param service `gendarmerie`, `police`, `fire` or `other`; picks the colour
/// @param place where the unit serves, such as `Vienne`
/// @param contact how to reach it outside emergencies; may be empty
/// @param links the site's own navigation
/// @param feeds named in the head and in the footer
public record SiteHeader(
        String unitName,
        String unitSlug,
        String service,
        String place,
        String contact,
        boolean demo,
        List<Destination> links,
        List<Feed> feeds) {

    /// @param type media type, such as `application/atom+xml`
    public record Feed(String title, String type, String href) {}

    public SiteHeader {
        links = List.copyOf(links);
        feeds = List.copyOf(feeds);
    }

    /// The address of the unit's home page, such as `/u/sdis-86`.
    public String home() {
        return "/u/" + unitSlug;
    }
}
