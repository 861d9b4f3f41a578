package fr.tocsin.media.web;

import fr.tocsin.media.Marks;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.media.studio.Watermark;
import fr.tocsin.pages.Mistakes;
import java.util.List;
import java.util.Optional;

/// What the unit puts on its pictures.
///
/// @param base address of the library
public record MarksPage(
        String base,
        Optional<Watermark> watermark,
        List<Marks.Lettering> letterings,
        boolean mayChoose,
        Mistakes mistakes) {

    public String text() {
        return watermark.map(Watermark::text).orElse("");
    }

    public boolean hasLogo() {
        return watermark.map(Watermark::logo).isPresent();
    }

    public String corner() {
        return watermark.map(Watermark::corner).orElse(Watermark.Corner.BOTTOM_RIGHT).name();
    }

    public int opacity() {
        return watermark.map(Watermark::opacity).orElse(80);
    }

    public int longest() {
        return Recipe.LONGEST_CAPTION;
    }
}
