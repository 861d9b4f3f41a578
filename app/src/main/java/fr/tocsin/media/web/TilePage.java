package fr.tocsin.media.web;

import fr.tocsin.media.MediaItem;

/// One picture in a grid.
///
/// @param base address of the library
public record TilePage(String base, MediaItem item) {

    public String href() {
        return base + "/" + item.id();
    }

    public String thumbnail() {
        return href() + "/thumbnail";
    }
}
