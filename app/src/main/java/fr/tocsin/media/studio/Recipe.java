package fr.tocsin.media.studio;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be done to a picture, in this order: turned, areas hidden, cropped, words laid over,
/// marked. Written down as it is, and applied to the original every time.
///
/// @param quarters clockwise quarter turns, 0 to 3
/// @param crop what remains of the turned picture; null for all of it
/// @param masks what must not be seen, on the turned picture
/// @param caption words over the picture; null for none
/// @param watermark the unit's mark of that day; null for none
public record Recipe(
        int quarters,
        @Nullable Area crop,
        List<Mask> masks,
        @Nullable Caption caption,
        @Nullable UUID watermark) {

    /// More areas than anybody draws.
    public static final int MOST_MASKS = 40;

    /// Longest text over a picture.
    public static final int LONGEST_CAPTION = 90;

    public static final Recipe NOTHING = new Recipe(0, null, List.of(), null, null);

    public Recipe {
        quarters = Math.floorMod(quarters, 4);
        masks = List.copyOf(Objects.requireNonNullElse(masks, List.of()));
        if (masks.size() > MOST_MASKS) {
            throw new IllegalArgumentException(masks.size() + " areas, at most " + MOST_MASKS);
        }
    }

    /// One area to hide.
    public record Mask(Area area, Cover cover) {}

    /// How an area is hidden. Neither can be undone: see the decision on hiding.
    public enum Cover {
        /// A handful of flat squares: one sees that there is somebody.
        MOSAIC,
        /// One flat colour: nothing remains, not even its shade. For whatever can be read.
        SOLID
    }

    /// Words in a band over the picture.
    public record Caption(String text, Tone tone, Place place) {}

    /// Colour of a band, after the kinds of message.
    public enum Tone {
        NEUTRAL(0x0F1B33),
        ALERT(0xA82A0A),
        APPEAL(0x7A2360),
        PROPERTY(0x6B4906),
        PREVENTION(0x0A5C5C);

        private final int colour;

        Tone(int colour) {
            this.colour = colour;
        }

        int colour() {
            return colour;
        }
    }

    public enum Place {
        TOP,
        BOTTOM
    }

    public boolean changesNothing() {
        return equals(NOTHING);
    }

    /// Only the turn.
    public Recipe turnOnly() {
        return new Recipe(quarters, null, List.of(), null, null);
    }

    /// The same after one more quarter turn clockwise; areas stay on what they cover.
    public Recipe turned() {
        return new Recipe(
                quarters + 1,
                crop == null ? null : crop.turned(),
                masks.stream().map(mask -> new Mask(mask.area().turned(), mask.cover())).toList(),
                caption,
                watermark);
    }
}
