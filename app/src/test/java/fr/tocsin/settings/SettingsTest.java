package fr.tocsin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir Path folder;

    @Test
    void isSafeAndCompleteWithNothingSet() {
        var settings = Settings.of(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address().isLoopbackAddress()).isTrue();
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.secretKey()).isEmpty();
        assertThat(settings.outboundAllow()).isEmpty();
        assertThat(settings.trustProxy()).isFalse();
        assertThat(settings.secureCookies()).isFalse();
        assertThat(settings.data()).isAbsolute().hasFileName("data");
    }

    @Test
    void readsEveryKindOfValue() {
        var settings =
                Settings.of(
                        Map.of(
                                "TOCSIN_PORT", " 9090 ",
                                "TOCSIN_PUBLIC_URL", "https://alerte.exemple.fr/",
                                "TOCSIN_LEASE", "2m",
                                "TOCSIN_OUTBOUND_ALLOW", "10.0.0.0/8, social.interne",
                                "TOCSIN_TRUST_PROXY", "yes"));

        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://alerte.exemple.fr"));
        assertThat(settings.lease()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.outboundAllow()).containsExactly("10.0.0.0/8", "social.interne");
        assertThat(settings.trustProxy()).isTrue();
        assertThat(settings.secureCookies()).isTrue();
    }

    @Test
    void takesAnEmptyTextForNotSet() {
        assertThat(Settings.of(Map.of("TOCSIN_DATABASE_URL", "")).databaseUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOCSIN_PROT, TOCSIN_PORT",
        "TOCSIN_PUBLICURL, TOCSIN_PUBLIC_URL",
        "TOCSIN_SECRETKEY_FILE, TOCSIN_SECRET_KEY_FILE",
        "TOCSIN_PORT_FILE, TOCSIN_PORT"
    })
    void namesTheNearestSettingForAnUnknownOne(String wrong, String right) {
        assertThatThrownBy(() -> Settings.of(Map.of(wrong, "1")))
                .isInstanceOfSatisfying(
                        UnusableSettings.class,
                        refusal -> {
                            assertThat(refusal).hasMessageContaining(wrong);
                            assertThat(refusal.mend()).contains("Did you mean " + right + "?");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "TOCSIN_PORT, eighty",
        "TOCSIN_PORT, 65536",
        "TOCSIN_WORKERS, 0",
        "TOCSIN_LEASE, 60",
        "TOCSIN_LEASE, -5s",
        "TOCSIN_PUBLIC_URL, tocsin.example",
        "TOCSIN_PUBLIC_URL, https://tocsin.example/base",
        "TOCSIN_PUBLIC_URL, mailto:a@b.example",
        "TOCSIN_TRUST_PROXY, maybe"
    })
    void refusesAnUnusableValueByName(String key, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(key, value)))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining(key)
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void explainsWhatKubernetesDoes() {
        assertThatThrownBy(() -> Settings.of(Map.of("TOCSIN_PORT", "tcp://10.0.0.1:8080")))
                .isInstanceOfSatisfying(
                        UnusableSettings.class,
                        refusal -> assertThat(refusal.mend()).contains("enableServiceLinks"));
    }

    @Test
    void neverShowsASecret() {
        assertThatThrownBy(() -> Settings.of(Map.of("TOCSIN_SECRET_KEY", "hunter2")))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void readsASecretFromTheFileThatIsNamed() throws IOException {
        var key = new byte[32];
        key[0] = 7;
        var file = folder.resolve("key");
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");

        var settings = Settings.of(Map.of("TOCSIN_SECRET_KEY_FILE", file.toString()));

        assertThat(settings.secretKey()).contains(key);
    }

    @Test
    void refusesASecretFileThatIsNotThere() {
        var missing = folder.resolve("missing").toString();

        assertThatThrownBy(() -> Settings.of(Map.of("TOCSIN_SECRET_KEY_FILE", missing)))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("TOCSIN_SECRET_KEY_FILE")
                .hasMessageContaining(missing);
    }

    @Test
    void refusesASecretThatIsGivenTwice() {
        var twice = Map.of("TOCSIN_DATABASE_URL", "a", "TOCSIN_DATABASE_URL_FILE", "/dev/null");

        assertThatThrownBy(() -> Settings.of(twice))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("Both");
    }

    @Test
    void letsTheEnvironmentDecideOverTheFile() throws IOException {
        var file = folder.resolve("tocsin.conf");
        Files.writeString(
                file,
                """
                # of the duty officer
                TOCSIN_PORT=1111
                TOCSIN_WORKERS = 2
                """);

        var settings =
                Settings.of(
                        Texts.withFile(
                                Map.of("TOCSIN_CONFIG", file.toString(), "TOCSIN_PORT", "2222")));

        assertThat(settings.port()).isEqualTo(2222);
        assertThat(settings.workers()).isEqualTo(2);
    }

    @Test
    void refusesASettingsFileThatIsNotThere() {
        var environment = Map.of("TOCSIN_CONFIG", folder.resolve("none").toString());

        assertThatThrownBy(() -> Texts.withFile(environment))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("none");
    }

    @Test
    void aStoreForPicturesIsSetWhollyOrNotAtAll() {
        assertThat(Settings.of(Map.of()).mediaStorage()).isEmpty();
        var whole =
                Map.of(
                        "TOCSIN_MEDIA_S3_ENDPOINT", "https://s3.example",
                        "TOCSIN_MEDIA_S3_BUCKET", "tocsin",
                        "TOCSIN_MEDIA_S3_PREFIX", "/pictures/",
                        "TOCSIN_MEDIA_S3_ACCESS_KEY", "a",
                        "TOCSIN_MEDIA_S3_SECRET_KEY", "b");
        assertThat(Settings.of(whole).mediaStorage())
                .hasValue(
                        new ObjectStorage(
                                "https://s3.example",
                                "tocsin",
                                "us-east-1",
                                "pictures/",
                                "a",
                                "b"));
        var half = new HashMap<>(whole);
        half.remove("TOCSIN_MEDIA_S3_BUCKET");
        assertThatThrownBy(() -> Settings.of(half).mediaStorage())
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("TOCSIN_MEDIA_S3_BUCKET");
    }
}
