package fr.tocsin.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CidTest {

    /// RFC 8949 appendix A, as far as the data model goes; keys in DAG-CBOR's order.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "0|00",
                "23|17",
                "24|1818",
                "100|1864",
                "1000|1903e8",
                "1000000|1a000f4240",
                "1000000000000|1b000000e8d4a51000",
                "-1|20",
                "-100|3863",
                "-1000|3903e7",
                "false|f4",
                "true|f5",
                "null|f6",
                "\"\"|60",
                "\"IETF\"|6449455446",
                "\"\\u00fc\"|62c3bc",
                "\"\\ud800\\udd51\"|64f0908591",
                "[1,[2,3],[4,5]]|8301820203820405",
                "{\"a\":1,\"b\":[2,3]}|a26161016162820203",
                "{\"bb\":1,\"a\":2}|a261610262626201"
            })
    void encodesAsTheSpecificationSays(String json, String hex) {
        assertThat(HexFormat.of().formatHex(DagCbor.encode(JsonMapper.shared().readTree(json))))
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "[1e400]", "{\"a\":18446744073709551615}"})
    void refusesWhatTheDataModelHasNot(String json) {
        assertThatThrownBy(() -> DagCbor.encode(JsonMapper.shared().readTree(json)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesLinksAsTag42() {
        var link =
                JsonMapper.shared()
                        .readTree(
                                "{\"$link\":\""
                                        + Cid.of(JsonMapper.shared().readTree("{}"))
                                        + "\"}");
        assertThat(HexFormat.of().formatHex(DagCbor.encode(link))).startsWith("d82a58250001711220");
    }

    @Test
    void namesTheEmptyRecordAsEverybodyDoes() {
        assertThat(Cid.of(JsonMapper.shared().readTree("{}")))
                .isEqualTo("bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua");
    }
}
