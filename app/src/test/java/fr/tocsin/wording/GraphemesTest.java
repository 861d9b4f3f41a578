package fr.tocsin.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "feu, 3",
        "forêt, 5",
        "fore\u0302t, 5",
        "👨‍👩‍👧‍👦, 1",
        "👩🏽‍🚒🔥, 2",
        "🇫🇷🇧🇪, 2",
        "1️⃣, 1",
        "❤️, 1",
        "नमस्ते, 3",
        "각, 1",
        "שלום, 4",
        "日本語, 3",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢, 2"
    })
    void countsWhatAReaderSees(String text, int expected) {
        assertThat(Graphemes.count(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nb', 3", "'a\nb', 3"})
    void countsALineEndAsOne(String text, int expected) {
        assertThat(Graphemes.count(text)).isEqualTo(expected);
    }
}
