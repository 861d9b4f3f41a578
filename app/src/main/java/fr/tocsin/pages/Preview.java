package fr.tocsin.pages;

import java.util.List;

/// How one network will show what is being written; drawn by `part/preview.jte`.
///
/// @param network id such as `mastodon`, `bluesky`, `x` or `site`; picks the proportions
/// @param networkName the name that people know it by
/// @param author the account's display name
/// @param handle the account's name on the network
/// @param title shown where the network has titles; may be empty
/// @param warning content warning; may be empty
/// @param card host and title of the link card; empty for none
/// @param parts one for a single post, more for a thread
public record Preview(
        String network,
        String networkName,
        String author,
        String handle,
        String title,
        String warning,
        List<String> card,
        List<Part> parts) {

    /// One post of a thread.
    public record Part(String text, List<Picture> pictures) {}

    /// @param url a picture that the person at the desk may see
    public record Picture(String url, String alt) {}
}
