package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a delivery can come to has words, in both languages.
class DeliveringWordsTest {

    @Test
    void everyStateActOutcomeAndReasonHasWords() {
        var keys =
                Stream.of(
                                Arrays.stream(DeliveryReport.State.values())
                                        .map(state -> "delivery.state." + state),
                                Arrays.stream(DeliveryReport.Act.values())
                                        .map(act -> "delivery.act." + act),
                                Arrays.stream(DeliveryReport.Act.values())
                                        .map(act -> "delivery.decided." + act),
                                Arrays.stream(Outcome.values())
                                        .map(outcome -> "delivery.try." + outcome.word()),
                                Stream.of(
                                                "overdue",
                                                "unit-stopped",
                                                "held-back",
                                                "account-removed",
                                                "no-channel",
                                                "cannot-remove",
                                                "internal-error",
                                                "slow-database",
                                                "consent-expired",
                                                "other")
                                        .map(code -> "reason." + code))
                        .flatMap(some -> some)
                        .toList();

        assertThat(missing(keys, "words.delivering")).isEmpty();
        assertThat(missing(keys, "words.delivering_en")).isEmpty();
    }

    private static List<String> missing(List<String> keys, String bundle) {
        var words = ResourceBundle.getBundle(bundle, Locale.ROOT);
        return keys.stream().filter(key -> lacks(words, key)).toList();
    }

    private static boolean lacks(ResourceBundle words, String key) {
        try {
            return words.getString(key).isBlank();
        } catch (MissingResourceException e) {
            return true;
        }
    }
}
