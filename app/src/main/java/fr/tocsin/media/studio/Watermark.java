package fr.tocsin.media.studio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit's mark on its pictures: a logo, or words where there is none.
///
/// @param logo a PNG file; null for none
/// @param opacity in percent
@SuppressWarnings("ArrayRecordComponent") // compared by its id only
public record Watermark(UUID id, String text, byte @Nullable [] logo, Corner corner, int opacity) {

    public enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT;

        boolean top() {
            return this == TOP_LEFT || this == TOP_RIGHT;
        }

        boolean left() {
            return this == TOP_LEFT || this == BOTTOM_LEFT;
        }
    }
}
