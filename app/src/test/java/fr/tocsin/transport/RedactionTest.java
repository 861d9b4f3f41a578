package fr.tocsin.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer SESAME-ouvre-toi",
                "{\"access_token\":\"SESAME\",\"x\":1}",
                "{\"refreshJwt\" : \"SESAME\"}",
                "grant_type=code&client_secret=SESAME&x=1",
                "https://desk.example/cb?code=SESAME&state=1",
                "eyJhbGciOiJ.SESAME.sig",
                "the token known-SESAME! is bad",
                "the token known-SESAME%21 is bad"
            })
    void hidesWhatLooksLikeASecret(String text) {
        assertThat(Redaction.of(List.of("known-SESAME!")).clean(text))
                .doesNotContain("SESAME")
                .contains("•••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Validation failed: Text can't be blank",
                "{\"error\":\"rate-limited\",\"code\":\"E12\"}",
                "The access token is invalid"
            })
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(Redaction.of(List.of()).clean(text)).isEqualTo(text);
    }

    @Test
    void quotesTheStartOnOneLineWithoutMarkup() {
        var page = "<html>\n<body><h1>Bad  gateway</h1>\u0000" + "é".repeat(500);
        assertThat(Redaction.of(List.of()).excerpt(page))
                .startsWith("Bad gateway éé")
                .hasSize(401)
                .endsWith("…");
    }
}
