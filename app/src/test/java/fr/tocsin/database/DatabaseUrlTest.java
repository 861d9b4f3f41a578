package fr.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsTheUsualAddress() {
        assertThat(
                        DatabaseUrl.of(
                                "postgresql://alice:s%40fe+1@db.exemple.fr:5433/tocsin?sslmode=require"))
                .isEqualTo(
                        new DatabaseUrl(
                                "jdbc:postgresql://db.exemple.fr:5433/tocsin?sslmode=require",
                                "alice",
                                "s@fe+1"));
    }

    @Test
    void readsTheShortAddress() {
        assertThat(DatabaseUrl.of("postgres://db/tocsin"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db/tocsin", null, null));
    }

    @Test
    void leavesAJdbcAddressAsItIs() {
        var jdbc = "jdbc:postgresql://db/tocsin?user=alice&password=safe";

        assertThat(DatabaseUrl.of(jdbc)).isEqualTo(new DatabaseUrl(jdbc, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://alice:secret@db/tocsin",
                "postgresql://alice:secret@db",
                "postgresql://alice:sec ret@db/tocsin",
                "secret"
            })
    void refusesWhatNamesNoDatabaseAndKeepsThePasswordToItself(String text) {
        assertThatThrownBy(() -> DatabaseUrl.of(text))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("TOCSIN_DATABASE_URL")
                .hasMessageNotContaining("sec");
    }
}
