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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// The studio's form: places in percent with one decimal, as people read them off a ruler.
final class StudioForm {

    private static final double PERCENT = Area.WHOLE / 100.0;

    private final MultiValueMap<String, String> sent;

    private StudioForm(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /// What was sent, put right where only a forger would err.
    ///
    /// @param watermark the unit's; null when it has none
    static Recipe read(MultiValueMap<String, String> sent, @Nullable UUID watermark) {
        var form = new StudioForm(sent);
        return new Recipe(
                (int) form.number("quarters"),
                form.area("crop"),
                form.masks(),
                form.caption(),
                sent.containsKey("watermark") ? watermark : null);
    }

    private List<Mask> masks() {
        var masks = new ArrayList<Mask>();
        for (var i = 0; i < Recipe.MOST_MASKS; i++) {
            var area = area("masks." + i);
            if (area != null) {
                masks.add(new Mask(area, word(Cover.class, "masks." + i + ".cover", Cover.SOLID)));
            }
        }
        return masks;
    }

    /// Null when it has no width or no height: that is how one says "none" without scripts.
    private @Nullable Area area(String name) {
        var width = (int) Math.round(number(name + ".width") * PERCENT);
        var height = (int) Math.round(number(name + ".height") * PERCENT);
        if (width <= 0 || height <= 0) {
            return null;
        }
        var area =
                new Area(
                        (int) Math.round(number(name + ".left") * PERCENT),
                        (int) Math.round(number(name + ".top") * PERCENT),
                        width,
                        height);
        var whole = area.width() == Area.WHOLE && area.height() == Area.WHOLE;
        return whole && name.equals("crop") ? null : area;
    }

    private @Nullable Caption caption() {
        var text = Objects.requireNonNullElse(sent.getFirst("caption.text"), "");
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return null;
        }
        var end = Math.min(line.length(), Recipe.LONGEST_CAPTION);
        return new Caption(
                line.substring(0, end),
                word(Tone.class, "caption.tone", Tone.NEUTRAL),
                word(Place.class, "caption.place", Place.BOTTOM));
    }

    private double number(String name) {
        try {
            var text = Objects.requireNonNullElse(sent.getFirst(name), "").replace(',', '.');
            var number = Double.parseDouble(text);
            return Double.isFinite(number) ? Math.clamp(number, -1_000, 1_000) : 0;
        } catch (NumberFormatException empty) {
            return 0;
        }
    }

    private <E extends Enum<E>> E word(Class<E> type, String name, E otherwise) {
        try {
            return Enum.valueOf(type, Objects.requireNonNullElse(sent.getFirst(name), ""));
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }

    /// The same form as the query of an address.
    static String query(Recipe recipe) {
        var query = UriComponentsBuilder.newInstance().queryParam("quarters", recipe.quarters());
        if (recipe.crop() != null) {
            add(query, "crop", recipe.crop());
        }
        for (var i = 0; i < recipe.masks().size(); i++) {
            add(query, "masks." + i, recipe.masks().get(i).area());
            query.queryParam("masks." + i + ".cover", recipe.masks().get(i).cover());
        }
        if (recipe.caption() != null) {
            query.queryParam("caption.text", "{text}")
                    .queryParam("caption.tone", recipe.caption().tone())
                    .queryParam("caption.place", recipe.caption().place());
        }
        if (recipe.watermark() != null) {
            query.queryParam("watermark", "on");
        }
        return query.encode()
                .buildAndExpand(recipe.caption() == null ? "" : recipe.caption().text())
                .toUriString();
    }

    private static void add(UriComponentsBuilder query, String name, Area area) {
        query.queryParam(name + ".left", percent(area.left()))
                .queryParam(name + ".top", percent(area.top()))
                .queryParam(name + ".width", percent(area.width()))
                .queryParam(name + ".height", percent(area.height()));
    }

    static String percent(int thousandths) {
        return thousandths / 10 + "." + thousandths % 10;
    }
}
