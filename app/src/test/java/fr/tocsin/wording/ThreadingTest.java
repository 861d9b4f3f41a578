package fr.tocsin.wording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.wording.Measure.Count;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ThreadingTest {

    @Test
    void leavesAShortTextAsItIs() {
        assertThat(parts("Feu éteint. ", 20)).containsExactly("Feu éteint.");
    }

    @Test
    void makesNothingOfWhiteSpace() {
        assertThat(parts(" \n\u00A0\t", 20)).isEmpty();
    }

    @Test
    void cutsAtWordsAndNumbersTheParts() {
        assertThat(parts("un deux trois quatre cinq", 16))
                .containsExactly("un deux 1/3", "trois quatre 2/3", "cinq 3/3");
    }

    @Test
    void prefersTheEndOfASentence() {
        assertThat(parts("Le feu est fixé. Restez loin de la forêt ce soir.", 40))
                .containsExactly("Le feu est fixé. 1/2", "Restez loin de la forêt ce soir. 2/2");
    }

    @Test
    void prefersTheEndOfAParagraphToThatOfASentence() {
        assertThat(parts("Le feu est fixé ce soir.\n\nMerci. Bravo. Restez loin de la forêt.", 45))
                .containsExactly(
                        "Le feu est fixé ce soir. 1/2",
                        "Merci. Bravo. Restez loin de la forêt. 2/2");
    }

    @Test
    void doesNotTakeAnAbbreviationForASentence() {
        assertThat(
                        parts("Le maire, accueilli par M. Dupont, remercie tous les pompiers.", 40)
                                .getFirst())
                .doesNotEndWith("M. 1/2");
    }

    @Test
    void followsTheAuthorsMarks() {
        assertThat(parts("Un.\n---\nDeux.\r\n-----\r\n\r\n---\nTrois -- fin.", 300))
                .containsExactly("Un. 1/3", "Deux. 2/3", "Trois -- fin. 3/3");
    }

    @Test
    void keepsFrenchPunctuationWithItsWord() {
        assertThat(parts("Avez-vous vu ce vélo ? Merci", 25))
                .containsExactly("Avez-vous vu ce 1/2", "vélo ? Merci 2/2");
    }

    @Test
    void neverCutsALink() {
        var url = "https://vienne.gouv.fr/actualites/feux-de-foret-2026";
        assertThat(parts("Voir le point de situation ici : " + url + " merci", 64))
                .containsExactly("Voir le point de situation ici : 1/2", url + " merci 2/2");
    }

    @Test
    void neverCutsAHyphenatedWord() {
        assertThat(parts("aaaa bbbb porte-à-porte", 20))
                .containsExactly("aaaa bbbb 1/2", "porte-à-porte 2/2");
    }

    @Test
    void cutsJapaneseWhereALineMayBreak() {
        var text = "火災が発生しました。すぐに避難してください。";
        var parts = parts(text, 12);
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(joined(parts)).isEqualTo(text);
        assertThat(parts).noneMatch(part -> part.startsWith("。"));
    }

    @Test
    void refusesAWordThatNoPostCanHold() {
        var split = Threading.split("Voici un " + "x".repeat(50) + " trop long", limit(30));
        assertThat(split).isEqualTo(new Split.TooLong("x".repeat(50), 9, new Count(54, 30)));
    }

    @Test
    void widensTheNumberWhenTenPartsComeTogether() {
        var parts = parts("mot ".repeat(40), 12);
        assertThat(parts).hasSizeGreaterThan(9).allMatch(part -> part.length() <= 12);
        assertThat(parts.getLast()).endsWith(" " + parts.size() + "/" + parts.size());
    }

    @Test
    void leavesRoomForAWarning() {
        var measure = limit(30).reserving(10);
        assertThat(
                        ((Split.Parts) Threading.split("un deux trois quatre cinq six", measure))
                                .texts())
                .allMatch(part -> measure.count(part).fits())
                .hasSizeGreaterThan(1);
    }

    @Test
    void cutsALongTextInNoTime() {
        var text = "Le feu progresse vers le nord. Évitez #Ligugé ! ".repeat(2_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> Threading.split(text, limit(300)));
    }

    static Measure limit(int limit) {
        return text -> new Count(Graphemes.count(text), limit);
    }

    static List<String> parts(String text, int limit) {
        return ((Split.Parts) Threading.split(text, limit(limit))).texts();
    }

    static String joined(List<String> parts) {
        return String.join(
                "", parts.stream().map(part -> part.replaceFirst(" \\d+/\\d+$", "")).toList());
    }
}
