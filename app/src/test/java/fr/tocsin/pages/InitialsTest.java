package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({
        "Alice Martin, AM",
        "Bob, B",
        "Maj. Charlie Duval, CD",
        "élodie de la Tour, ÉT",
        "Jean-Paul, JP",
        "'', ?"
    })
    void standForAPerson(String name, String letters) {
        assertThat(Initials.of(name)).isEqualTo(letters);
    }
}
