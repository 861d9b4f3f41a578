package fr.tocsin.media.web;

import fr.tocsin.media.Marks;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.studio.Area;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.pages.Mistakes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The picture on the table.
///
/// @param base address of the library
/// @param from the publication that the officer came from, below the desk; empty for none
/// @param back the address to go back to
/// @param watermarked whether the unit has a watermark
/// @param letterings the words that the unit often uses
public record StudioPage(
        String base,
        String from,
        String back,
        MediaItem item,
        Recipe recipe,
        boolean watermarked,
        List<Marks.Lettering> letterings,
        boolean mayChooseMarks,
        Mistakes mistakes) {

    public String href() {
        return base + "/" + item.id() + "/studio";
    }

    /// The picture as it is turned, nothing else done.
    public String table() {
        return href() + "/preview" + StudioForm.query(recipe.turnOnly());
    }

    public String result() {
        return href() + "/preview" + StudioForm.query(recipe);
    }

    /// One row of numbers in the form.
    ///
    /// @param cover the word of how it is hidden
    public record Row(String name, int number, Place place, String cover) {}

    /// A place in percent, as typed; empty for none.
    public record Place(String left, String top, String width, String height) {

        static final Place NONE = new Place("", "", "", "");

        static Place of(@Nullable Area area) {
            return area == null
                    ? NONE
                    : new Place(
                            StudioForm.percent(area.left()),
                            StudioForm.percent(area.top()),
                            StudioForm.percent(area.width()),
                            StudioForm.percent(area.height()));
        }
    }

    public Place crop() {
        return Place.of(recipe.crop());
    }

    /// The areas there are.
    public List<Row> masks() {
        var rows = new ArrayList<Row>();
        for (var mask : recipe.masks()) {
            rows.add(
                    new Row(
                            "masks." + rows.size(),
                            rows.size() + 1,
                            Place.of(mask.area()),
                            mask.cover().name()));
        }
        return rows;
    }

    public String captionText() {
        return recipe.caption() == null ? "" : recipe.caption().text();
    }

    public String tone() {
        return recipe.caption() == null
                ? Recipe.Tone.NEUTRAL.name()
                : recipe.caption().tone().name();
    }

    public String place() {
        return recipe.caption() == null
                ? Recipe.Place.BOTTOM.name()
                : recipe.caption().place().name();
    }

    public int longestCaption() {
        return Recipe.LONGEST_CAPTION;
    }

    /// What a service says most over its pictures; words under `media.caption.`.
    public List<Ready> ready() {
        return List.of(
                new Ready("witnesses", Recipe.Tone.APPEAL, Recipe.Place.TOP),
                new Ready("missing", Recipe.Tone.APPEAL, Recipe.Place.TOP),
                new Ready("yours", Recipe.Tone.PROPERTY, Recipe.Place.BOTTOM),
                new Ready("found", Recipe.Tone.PREVENTION, Recipe.Place.TOP),
                new Ready("end", Recipe.Tone.PREVENTION, Recipe.Place.TOP),
                new Ready("exercise", Recipe.Tone.ALERT, Recipe.Place.TOP));
    }

    /// Words that come with the product.
    public record Ready(String key, Recipe.Tone tone, Recipe.Place place) {}
}
