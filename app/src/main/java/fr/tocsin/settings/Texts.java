package fr.tocsin.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts of settings before they become values: known keys only, secrets read from the files
/// that name them.
final class Texts {

    /// Names the settings file; it can only be set in the environment.
    static final String CONFIG = "TOCSIN_CONFIG";

    private Texts() {}

    /// The environment over the settings file: what both set, the environment decides.
    static Map<String, String> withFile(Map<String, String> environment) {
        var texts = new HashMap<String, String>();
        var named = environment.get(CONFIG);
        var file = Path.of(named == null ? "tocsin.conf" : named);
        if (named != null || Files.exists(file)) {
            texts.putAll(file(file));
        }
        texts.putAll(environment);
        texts.remove(CONFIG);
        return texts;
    }

    /// @throws UnusableSettings for a key that is no setting
    static Map<String, String> checked(Map<String, String> texts, List<Setting<?>> declared) {
        var checked = new HashMap<String, String>();
        new TreeMap<>(texts)
                .forEach((key, text) -> {
                    var name = secretFile(key, declared) ? withoutSuffix(key) : key;
                    if (declared.stream().noneMatch(setting -> setting.key().equals(name))) {
                        throw unknown(key, declared);
                    }
                    if (checked.put(name, name.equals(key) ? text : content(key, text)) != null) {
                        throw new UnusableSettings(
                                "Both " + name + " and " + key + " are set", "Set one of them.");
                    }
                });
        return checked;
    }

    private static boolean secretFile(String key, List<Setting<?>> declared) {
        return declared.stream()
                .filter(Setting::secret)
                .anyMatch(setting -> key.equals(setting.key() + Setting.FILE_SUFFIX));
    }

    private static String withoutSuffix(String key) {
        return key.substring(0, key.length() - Setting.FILE_SUFFIX.length());
    }

    private static String content(String key, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UnusableSettings(
                    key + " names " + file + ", which cannot be read",
                    "Name a file that the server's user may read.");
        }
    }

    private static Map<String, String> file(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableSettings(
                    "The settings file " + file.toAbsolutePath() + " cannot be read",
                    "It holds lines such as TOCSIN_PORT=8080, and the server's user may read it.");
        }
        var texts = new HashMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static UnusableSettings unknown(String key, List<Setting<?>> declared) {
        var nearest =
                declared.stream()
                        .flatMap(setting ->
                                setting.secret()
                                        ? Stream.of(
                                                setting.key(), setting.key() + Setting.FILE_SUFFIX)
                                        : Stream.of(setting.key()))
                        .min(Comparator.comparingInt(known -> distance(key, known)))
                        .orElseThrow();
        return new UnusableSettings(
                "There is no setting " + key,
                "Did you mean " + nearest + "? All settings: docs/configuration.md.");
    }

    /// Least number of letters to insert, delete or replace (Levenshtein).
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
