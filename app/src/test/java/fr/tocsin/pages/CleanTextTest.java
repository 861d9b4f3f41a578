package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void takesOutWhatNeitherDatabaseNorFeedsCanHold() {
        assertThat(CleanText.clean("a\u0000b\u0007c\uFFFEd\uD800e")).isEqualTo("abcde");
    }

    @Test
    void keepsLineEndsTabsAndEmoji() {
        assertThat(CleanText.clean("un\r\n\tdeux \uD83D\uDE92"))
                .isEqualTo("un\r\n\tdeux \uD83D\uDE92");
    }
}
