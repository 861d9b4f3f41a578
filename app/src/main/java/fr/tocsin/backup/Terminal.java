package fr.tocsin.backup;

import fr.tocsin.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/// What these commands read from and write to the terminal.
///
/// @param folder in which the caller was, for paths that are not absolute
record Terminal(PrintStream out, Path folder) {

    /// Shorter ones are found by trying.
    private static final int SHORTEST = 12;

    Path path(String text) {
        return folder.resolve(text).normalize();
    }

    /// From the settings, or typed.
    ///
    /// @param twice whether it is a new one, to be typed twice
    char[] passphrase(Settings settings, boolean twice) throws Unusable {
        var given = settings.backupPassphrase();
        var passphrase = given.isPresent() ? given.get().toCharArray() : typed(twice);
        if (twice && passphrase.length < SHORTEST) {
            throw new Unusable(
                    "The passphrase has fewer than %d characters: take a longer one, such as five words."
                            .formatted(SHORTEST));
        }
        return passphrase;
    }

    private static char[] typed(boolean twice) throws Unusable {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Unusable(
                    "A passphrase is needed and nobody can be asked: set TOCSIN_BACKUP_PASSPHRASE_FILE to a file that holds it.");
        }
        var first = console.readPassword("Passphrase: ");
        if (first == null
                || (twice && !Arrays.equals(first, console.readPassword("The same again: ")))) {
            throw new Unusable("These were two different passphrases. Nothing was written.");
        }
        return first;
    }
}
