package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

/// What holds for the words of all modules: both languages complete, nothing asked for that is not
/// there, nothing that MessageFormat would swallow.
class WordsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/words");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:frame|words)\\.t\\(\\s*\"([\\w.-]+)\"\\s*[,)]");
    private static final Pattern SAID =
            Pattern.compile(
                    "(?:Notice\\.(?:done|note|warning|failed)\\(|NavigationEntry\\.(?:rail|person)\\(|\\.and\\(\\s*\"[\\w.-]*\",|\\.andIf\\([^;]{0,200}?,\\s*\"[\\w.-]*\",)\\s*\"([\\w.-]+)\"\\s*[,)]",
                    Pattern.DOTALL);
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    @Test
    void everyBundleSaysTheSameThingsInBothLanguages() throws IOException {
        for (var french : bundles()) {
            var english = read(Path.of(french.toString().replace(".properties", "_en.properties")));
            assertThat(english.stringPropertyNames())
                    .as("keys of the English beside %s", french.getFileName())
                    .isEqualTo(read(french).stringPropertyNames());
        }
    }

    @Test
    void noKeyIsInTwoBundlesOrTwiceInOne() throws IOException {
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();
        for (var bundle : bundles()) {
            for (var line : Files.readAllLines(bundle)) {
                var key = line.replaceFirst("\\s*=.*", "").strip();
                if (line.contains("=") && !line.startsWith("#") && !seen.add(key)) {
                    twice.add(key);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        var known = allKeys();
        var missing = new TreeSet<String>();
        for (var root : List.of("src/main/jte", "src/main/java")) {
            for (var file : files(root)) {
                var text = Files.readString(file).replaceAll("(?m)^ *///.*$", "");
                for (var pattern : List.of(ASKED, SAID)) {
                    pattern.matcher(text)
                            .results()
                            .map(found -> found.group(1))
                            .filter(key -> !known.contains(key))
                            .forEach(key -> missing.add(key + " in " + file));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyMessageIsAPatternThatKeepsItsApostrophes() throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : files(BUNDLES.toString())) {
            read(file)
                    .forEach((key, message) -> {
                        if (LONE_APOSTROPHE.matcher(message.toString()).find()) {
                            wrong.add(key + " in " + file + ": write ’ or double the '");
                        }
                        new MessageFormat(message.toString(), Locale.FRENCH);
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bothLanguagesUseTheSameBlanks() throws IOException {
        var different = new ArrayList<String>();
        for (var french : bundles()) {
            var english = read(Path.of(french.toString().replace(".properties", "_en.properties")));
            read(french)
                    .forEach((key, message) -> {
                        var other = english.getProperty(key.toString(), "");
                        if (!blanks(message.toString()).equals(blanks(other))) {
                            different.add(key + ": " + message + " | " + other);
                        }
                    });
        }
        assertThat(different).isEmpty();
    }

    @Test
    void aMissingKeyFailsLoudly() throws IOException {
        var words = new Words(new WordsConfiguration().messageSource(), Locale.FRENCH);

        assertThatThrownBy(() -> words.t("pages.nothing.of.the.kind"))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void frenchPunctuationNeverBeginsALine() {
        assertThat(Typography.french("Alerte : où ? Ici ! « Là » ; 12:30"))
                .isEqualTo("Alerte\u00a0: où\u202f? Ici\u202f! «\u00a0Là\u00a0»\u202f; 12:30");
    }

    private static Set<String> blanks(String message) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> allKeys() throws IOException {
        var keys = new TreeSet<String>();
        for (var bundle : bundles()) {
            keys.addAll(read(bundle).stringPropertyNames());
        }
        return keys;
    }

    private static List<Path> bundles() throws IOException {
        return files(BUNDLES.toString()).stream()
                .filter(file -> !file.getFileName().toString().contains("_"))
                .toList();
    }

    private static List<Path> files(String root) throws IOException {
        try (var walk = Files.walk(Path.of(root))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return properties;
    }
}
