package fr.tocsin.media.studio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.media.studio.Recipe.Caption;
import fr.tocsin.media.studio.Recipe.Cover;
import fr.tocsin.media.studio.Recipe.Mask;
import fr.tocsin.media.studio.Recipe.Place;
import fr.tocsin.media.studio.Recipe.Tone;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetouchTest {

    private static final Area PLATE = new Area(250, 500, 300, 200);

    @Test
    void nothingRemainsUnderASolidCover() {
        var one = noise(200, 100, 1);
        var other = noise(200, 100, 1);
        var secret = PLATE.on(200, 100);
        scramble(other, secret, 2);

        assertThat(pixels(hidden(one, PLATE, Cover.SOLID)))
                .isEqualTo(pixels(hidden(other, PLATE, Cover.SOLID)));
        assertThat(colours(hidden(one, PLATE, Cover.SOLID), secret))
                .containsExactly(Retouch.COVER.getRGB());
    }

    @Test
    void aMosaicKnowsNothingButTheMeanOfEachSquare() {
        var one = noise(200, 100, 3);
        var secret = PLATE.on(200, 100);
        var side = Math.ceilDiv(Math.max(secret.width(), secret.height()), Retouch.SQUARES);
        var other = copy(one);
        for (var y = secret.y(); y < secret.y() + secret.height(); y += side) {
            for (var x = secret.x(); x < secret.x() + secret.width(); x += side) {
                shuffle(
                        other,
                        x,
                        y,
                        Math.min(side, secret.x() + secret.width() - x),
                        Math.min(side, secret.y() + secret.height() - y));
            }
        }
        assertThat(pixels(other)).isNotEqualTo(pixels(one));

        assertThat(pixels(hidden(one, PLATE, Cover.MOSAIC)))
                .isEqualTo(pixels(hidden(other, PLATE, Cover.MOSAIC)));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 40, 333, 1_000})
    void aMosaicHasAFewFlatSquaresHoweverLargeOrSmall(int thousandths) {
        var area = new Area(0, 0, thousandths, thousandths);
        var done = hidden(noise(997, 613, 4), area, Cover.MOSAIC);
        var colours = colours(done, area.on(997, 613));

        assertThat(colours.size()).isLessThanOrEqualTo(Retouch.SQUARES * Retouch.SQUARES);
        assertThat(colours)
                .allSatisfy(colour -> {
                    assertThat(colour >>> 24).isEqualTo(0xFF);
                    assertThat((colour & 0xFF) % 17).isZero();
                });
    }

    @ParameterizedTest
    @EnumSource(Cover.class)
    void leavesTheRestOfThePictureAsItWas(Cover cover) {
        var picture = noise(200, 100, 5);
        var before = pixels(picture);
        var done = hidden(picture, PLATE, cover);
        var secret = PLATE.on(200, 100);

        assertThat(pixels(picture)).isEqualTo(before);
        for (var y = 0; y < 100; y++) {
            for (var x = 0; x < 200; x++) {
                var inside =
                        x >= secret.x()
                                && x < secret.x() + secret.width()
                                && y >= secret.y()
                                && y < secret.y() + secret.height();
                if (!inside) {
                    assertThat(done.getRGB(x, y)).isEqualTo(picture.getRGB(x, y));
                }
            }
        }
    }

    @Test
    void coversToTheLastPixelWhatWasDrawn() {
        var area = new Area(333, 333, 1, 1).on(100, 100);

        assertThat(area).isEqualTo(new Area.Pixels(33, 33, 1, 1));
        assertThat(new Area(995, 995, 500, 500).on(10, 10)).isEqualTo(new Area.Pixels(9, 9, 1, 1));
    }

    @Test
    void hidesATransparentPicturesShapeToo() {
        var picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(20, 20, 0x80FF0000);
        var done = hidden(picture, new Area(0, 0, 1_000, 1_000), Cover.MOSAIC);

        assertThat(colours(done, new Area.Pixels(0, 0, 40, 40)))
                .allMatch(colour -> colour >>> 24 == 0xFF);
    }

    @Test
    void fourQuartersAreAWholeTurn() {
        var picture = noise(30, 20, 6);
        var turned = Retouch.apply(picture, turn(1), null, null);

        assertThat(turned.getWidth()).isEqualTo(20);
        assertThat(turned.getHeight()).isEqualTo(30);
        assertThat(turned.getRGB(19, 0)).isEqualTo(picture.getRGB(0, 0));
        assertThat(turned.getRGB(19, 29)).isEqualTo(picture.getRGB(29, 0));
        assertThat(pixels(Retouch.apply(turned, turn(3), null, null))).isEqualTo(pixels(picture));
        assertThat(turn(5)).isEqualTo(turn(1));
    }

    @Test
    void anAreaStaysOnWhatItCoversWhenThePictureIsTurned() {
        var recipe = new Recipe(0, PLATE, List.of(new Mask(PLATE, Cover.SOLID)), null, null);
        var around = recipe.turned().turned().turned().turned();
        assertThat(around).isEqualTo(recipe);

        var picture = noise(100, 100, 7);
        var masks = new Recipe(0, null, recipe.masks(), null, null);
        var first = Retouch.apply(Retouch.apply(picture, masks, null, null), turn(1), null, null);
        assertThat(pixels(Retouch.apply(picture, masks.turned(), null, null)))
                .isEqualTo(pixels(first));
    }

    @Test
    void whatIsCroppedAwayIsGone() {
        var picture = noise(100, 100, 8);
        var recipe = new Recipe(0, new Area(100, 200, 300, 400), List.of(), null, null);
        var done = Retouch.apply(picture, recipe, null, null);

        assertThat(done.getWidth()).isEqualTo(30);
        assertThat(done.getHeight()).isEqualTo(40);
        assertThat(done.getRGB(0, 0)).isEqualTo(picture.getRGB(10, 20));
        assertThat(done.getRaster().getDataBuffer().getSize()).isEqualTo(30 * 40);
    }

    @Test
    void writesWordsInABand() {
        var blank = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var caption = new Caption("Appel à témoins", Tone.APPEAL, Place.TOP);
        var done = Retouch.apply(blank, new Recipe(0, null, List.of(), caption, null), null, null);

        assertThat(done.getRGB(2, 2) & 0xFFFFFF).isEqualTo(Tone.APPEAL.colour());
        assertThat(colours(done, new Area.Pixels(0, 0, 600, 60))).contains(Color.WHITE.getRGB());
        assertThat(done.getRGB(300, 390)).isEqualTo(Color.BLACK.getRGB());
    }

    @Test
    void longWordsStayOnThePicture() {
        var narrow = new BufferedImage(120, 400, BufferedImage.TYPE_INT_RGB);
        var text = "Disparition : avez-vous vu cette personne, œil bleu, manteau gris ?";
        var caption = new Caption(text, Tone.ALERT, Place.BOTTOM);
        var done = Retouch.apply(narrow, new Recipe(0, null, List.of(), caption, null), null, null);

        assertThat(done.getRGB(60, 10)).isEqualTo(Color.BLACK.getRGB());
        assertThat(done.getRGB(1, 398) & 0xFFFFFF).isEqualTo(Tone.ALERT.colour());
    }

    @ParameterizedTest
    @EnumSource(Watermark.Corner.class)
    void marksTheChosenCornerOnly(Watermark.Corner corner) {
        var picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        var mark = new Watermark(UUID.randomUUID(), "Gendarmerie", null, corner, 80);
        var done = Retouch.apply(picture, Recipe.NOTHING, mark, null);

        for (var place : Watermark.Corner.values()) {
            var area = new Area.Pixels(place.left() ? 0 : 200, place.top() ? 0 : 200, 200, 200);
            var colours = colours(done, area);
            assertThat(colours.size() > 1).as(place + "").isEqualTo(place == corner);
        }
    }

    private static Recipe turn(int quarters) {
        return new Recipe(quarters, null, List.of(), null, null);
    }

    private static BufferedImage hidden(BufferedImage picture, Area area, Cover cover) {
        var recipe = new Recipe(0, null, List.of(new Mask(area, cover)), null, null);
        return Retouch.apply(picture, recipe, null, null);
    }

    private static BufferedImage noise(int width, int height, long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    private static BufferedImage copy(BufferedImage picture) {
        return Retouch.apply(picture, Recipe.NOTHING, null, null);
    }

    private static void scramble(BufferedImage picture, Area.Pixels area, long seed) {
        var random = new Random(seed);
        for (var y = area.y(); y < area.y() + area.height(); y++) {
            for (var x = area.x(); x < area.x() + area.width(); x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
    }

    private static void shuffle(BufferedImage picture, int left, int top, int width, int height) {
        var colours = new ArrayList<Integer>();
        for (var i = 0; i < width * height; i++) {
            colours.add(picture.getRGB(left + i % width, top + i / width));
        }
        Collections.shuffle(colours, new Random(9));
        for (var i = 0; i < width * height; i++) {
            picture.setRGB(left + i % width, top + i / width, colours.get(i));
        }
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(
                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static HashSet<Integer> colours(BufferedImage picture, Area.Pixels area) {
        var colours = new HashSet<Integer>();
        for (var y = area.y(); y < area.y() + area.height(); y++) {
            for (var x = area.x(); x < area.x() + area.width(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours;
    }
}
