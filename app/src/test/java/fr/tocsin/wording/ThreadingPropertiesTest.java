package fr.tocsin.wording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.wording.Measure.Count;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every text, tried on thousands of nasty ones. A failure names its seed.
class ThreadingPropertiesTest {

    private static final List<String> PIECES =
            List.of(
                    "feu",
                    "Évacuation",
                    "porte-à-porte",
                    "aujourd’hui",
                    "e\u0301te\u0301",
                    "👨‍👩‍👧‍👦",
                    "👩🏽‍🚒",
                    "🇫🇷",
                    "🔥🔥🔥",
                    "1️⃣",
                    "火災が発生しました",
                    "ไฟไหม้ป่า",
                    "한국어 화재",
                    "שריפה",
                    "حريق",
                    "\u202Bحريق\u202C",
                    "नमस्ते",
                    "a\u0300\u0301\u0302\u0303",
                    "https://vienne.gouv.fr/a-b_(c)?d=é&f#g",
                    "@sdis86",
                    "@police@social.example",
                    "#ForêtDeMoulière",
                    "vienne.gouv.fr/feux",
                    "!",
                    "?",
                    "«",
                    "»",
                    "(",
                    ")",
                    "/",
                    "...",
                    "---",
                    "-",
                    "\u00A0",
                    "\u200B",
                    "\u2060",
                    "\u0308",
                    "\uFEFF");

    private static final List<String> GAPS =
            List.of(
                    " ", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "", ". ", ", ",
                    "\n---\n");

    static List<Measure> measures() {
        return List.of(
                text -> new Count(Graphemes.count(text), 70),
                text -> new Count(text.getBytes(StandardCharsets.UTF_8).length, 200),
                text -> new Count(withShortUrls(text), 60));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void keepsItsPromisesForEveryText(Measure measure) {
        var cut = 0;
        for (var seed = 0L; seed < 3_000; seed++) {
            var text = nasty(new Random(seed));
            switch (Threading.split(text, measure)) {
                case Split.TooLong refused -> assertThat(refused.count().fits()).isFalse();
                case Split.Parts parts -> {
                    check("seed " + seed, text, parts.texts(), measure);
                    cut += parts.texts().size() > 1 ? 1 : 0;
                }
            }
        }
        assertThat(cut).isGreaterThan(1_500);
    }

    private static void check(String seed, String text, List<String> parts, Measure measure) {
        assertThat(parts).as(seed).allMatch(part -> measure.count(part).fits());
        var bare = parts.size() == 1 ? parts : withoutNumbers(parts);
        assertThat(bare).as(seed).noneMatch(Blank::isBlank);
        var unmarked = text.replace("\r\n", "\n").replaceAll("(?m)^[ \\t]*-{3,}[ \\t]*$", "\n");
        assertThat(ink(String.join("", bare))).as(seed).isEqualTo(ink(unmarked));
        checkNothingIsCut(seed, unmarked, bare);
    }

    private static void checkNothingIsCut(String seed, String text, List<String> bare) {
        var graphemes = Graphemes.boundaries(text);
        var links = Links.in(text);
        var at = 0;
        for (var part : bare) {
            var start = text.indexOf(part, at);
            assertThat(start).as(seed).isGreaterThanOrEqualTo(at);
            var end = start + part.length();
            assertThat(graphemes.get(start) && graphemes.get(end)).as(seed).isTrue();
            assertThat(links)
                    .as(seed)
                    .noneMatch(l ->
                            l.start() < start && start < l.end()
                                    || l.start() < end && end < l.end());
            at = end;
        }
    }

    private static String nasty(Random random) {
        var text = new StringBuilder();
        var pieces = 1 + random.nextInt(60);
        for (var i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(GAPS.get(random.nextInt(GAPS.size())));
        }
        return text.toString();
    }

    private static List<String> withoutNumbers(List<String> parts) {
        var bare = new ArrayList<String>();
        for (var part : parts) {
            var number = " " + (bare.size() + 1) + "/" + parts.size();
            assertThat(part).endsWith(number);
            bare.add(part.substring(0, part.length() - number.length()));
        }
        return bare;
    }

    private static String ink(String text) {
        var ink = new StringBuilder();
        text.codePoints().filter(c -> !Blank.isBlank(c)).forEach(ink::appendCodePoint);
        return ink.toString();
    }

    private static int withShortUrls(String text) {
        var count = Graphemes.count(text);
        for (var link : Links.in(text)) {
            if (link.kind() == Links.Kind.URL) {
                count += 23 - Graphemes.count(link.text());
            }
        }
        return count;
    }
}
