package fr.tocsin.delivering;

/// A kind of network, such as `mastodon`, `bluesky` or `site`. Its name, icon and help are found
/// under this id.
public record Network(String id) {

    @Override
    public String toString() {
        return id;
    }
}
