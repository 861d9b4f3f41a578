package fr.tocsin.media.web;

import fr.tocsin.media.studio.Area;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.media.studio.Recipe.Caption;
import fr.tocsin.media.studio.Recipe.Cover;
import fr.tocsin.media.studio.Recipe.Mask;
import fr.tocsin.media.studio.Recipe.Place;
import fr.tocsin.media.studio.Recipe.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the studio's small buttons do to a recipe, for browsers without scripts.
final class RecipeChange {

    /// Where a new area appears, to be moved from there.
    private static final Area MIDDLE = new Area(400, 400, 200, 200);

    private RecipeChange() {}

    /// @param change `turn`, `add:SOLID`, `add:MOSAIC`, `remove:2`, `caption:APPEAL:TOP:words`;
    ///   anything else changes nothing
    static Recipe of(String change, Recipe recipe) {
        var word = change.split(":", 2);
        var detail = word.length > 1 ? word[1] : "";
        return switch (word[0]) {
            case "turn" -> recipe.turned();
            case "add" -> added(recipe, detail);
            case "remove" -> removed(recipe, detail);
            case "caption" -> captioned(recipe, detail.split(":", 3));
            default -> recipe;
        };
    }

    private static Recipe added(Recipe recipe, String cover) {
        var masks = new ArrayList<>(recipe.masks());
        if (masks.size() < Recipe.MOST_MASKS) {
            masks.add(new Mask(MIDDLE, cover.equals("MOSAIC") ? Cover.MOSAIC : Cover.SOLID));
        }
        return with(recipe, masks, recipe.caption());
    }

    private static Recipe removed(Recipe recipe, String number) {
        var masks = new ArrayList<>(recipe.masks());
        if (number.matches("[0-9]{1,2}") && Integer.parseInt(number) < masks.size()) {
            masks.remove(Integer.parseInt(number));
        }
        return with(recipe, masks, recipe.caption());
    }

    private static Recipe captioned(Recipe recipe, String... parts) {
        try {
            return with(
                    recipe,
                    new ArrayList<>(recipe.masks()),
                    new Caption(parts[2], Tone.valueOf(parts[0]), Place.valueOf(parts[1])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException forged) {
            return recipe;
        }
    }

    private static Recipe with(Recipe recipe, List<Mask> masks, @Nullable Caption caption) {
        return new Recipe(recipe.quarters(), recipe.crop(), masks, caption, recipe.watermark());
    }
}
