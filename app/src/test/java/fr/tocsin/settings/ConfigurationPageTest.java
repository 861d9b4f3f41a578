package fr.tocsin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    /// On failure, the expected lines are what the page should say.
    @Test
    void listsExactlyTheSettingsThereAre() throws IOException {
        var listed =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("| `TOCSIN_"))
                        .toList();

        assertThat(listed)
                .containsExactlyElementsOf(
                        Settings.declared().stream().map(ConfigurationPageTest::line).toList());
    }

    private static String line(Setting<?> setting) {
        return "| `%s`%s | %s | %s | %s |"
                .formatted(
                        setting.key(),
                        setting.secret() ? ", `" + setting.key() + Setting.FILE_SUFFIX + "`" : "",
                        setting.kind().expects(),
                        setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                        setting.description());
    }
}
