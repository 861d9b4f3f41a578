package fr.tocsin.publishing.web;

import fr.tocsin.media.MediaItem;
import java.util.List;

/// The library, to take a picture from for a draft.
///
/// @param href of this page
/// @param library address of the unit's library
/// @param chosen ids of the pictures that the draft shows already
public record PickPage(
        String href,
        String editor,
        String library,
        String words,
        List<MediaItem> pictures,
        List<String> chosen,
        int number,
        int pages,
        String paging) {}
