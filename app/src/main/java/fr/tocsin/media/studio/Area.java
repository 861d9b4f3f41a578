package fr.tocsin.media.studio;

/// A rectangle on a picture, in thousandths of its width and height, so that it means the same at
/// every size. Kept inside the picture, and never empty.
public record Area(int left, int top, int width, int height) {

    public static final int WHOLE = 1_000;

    public Area {
        left = Math.clamp(left, 0, WHOLE - 1);
        top = Math.clamp(top, 0, WHOLE - 1);
        width = Math.clamp(width, 1, WHOLE - left);
        height = Math.clamp(height, 1, WHOLE - top);
    }

    /// The same place once the picture has been turned clockwise by a quarter.
    Area turned() {
        return new Area(WHOLE - top - height, left, height, width);
    }

    /// In pixels, rounded outwards: what was drawn is covered to the last pixel.
    Pixels on(int pictureWidth, int pictureHeight) {
        var x = left * pictureWidth / WHOLE;
        var y = top * pictureHeight / WHOLE;
        var right = Math.ceilDiv((left + width) * pictureWidth, WHOLE);
        var bottom = Math.ceilDiv((top + height) * pictureHeight, WHOLE);
        return new Pixels(x, y, right - x, bottom - y);
    }

    record Pixels(int x, int y, int width, int height) {}
}
