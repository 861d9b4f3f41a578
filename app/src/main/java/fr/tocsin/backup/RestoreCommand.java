package fr.tocsin.backup;

import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/// `./tocsin restore [--as-is] FILE`: into an empty installation, while no server runs.
public final class RestoreCommand {

    private static final String USAGE =
            """
            Usage: ./tocsin restore [--as-is] FILE
              The database and the data folder must be empty, and no server may run on them.
              --as-is  for a move to another machine or database: what waits to be sent is sent.
                       Without it every unit that has something to send is stopped until a person
                       has seen what left since the backup.\
            """;

    private RestoreCommand() {}

    /// @param arguments without the word `restore`
    /// @param folder in which the caller was
    /// @return 0 when all is back, 1 when nothing was changed, 2 for a wrong call
    public static int run(Settings settings, List<String> arguments, Path folder, PrintStream out)
            throws SQLException, IOException {
        var files = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        var asIs = arguments.contains("--as-is");
        if (files.size() != 1 || arguments.size() != (asIs ? 2 : 1)) {
            out.println(USAGE);
            return 2;
        }
        var terminal = new Terminal(out, folder);
        try {
            restore(settings, terminal, terminal.path(files.getFirst()), asIs);
            return 0;
        } catch (Unusable e) {
            out.println("tocsin: " + e.getMessage());
            return 1;
        }
    }

    private static void restore(Settings settings, Terminal terminal, Path file, boolean asIs)
            throws SQLException, IOException, Unusable {
        if (!Files.isRegularFile(file)) {
            throw new Unusable(file + " is no file.");
        }
        var source = new Source(file, passphrase(settings, terminal, file));
        var contents =
                new BackupReader(new Progress(terminal.out(), "checked"))
                        .read(source.open(), (_, _, _) -> {});
        terminal.out().println(file + " is whole, made at " + contents.made());
        try (var database = DatabaseAtHand.make(settings)) {
            var restore = new Restore(database, settings, contents, Clock.systemUTC());
            restore.refuseUnlessEmpty();
            restore.makeTables();
            var reader = new BackupReader(new Progress(terminal.out(), "restored"));
            var stopped = restore.fill(() -> source.open(), reader, asIs);
            restore.bringUpToDate();
            terminal.out().println("Everything of " + contents.made() + " is back.");
            if (stopped > 0) {
                terminal.out()
                        .println(
                                stopped
                                        + " units are stopped: an administrator releases each at the desk after a look at what left since.");
            }
            if (!contents.key() && settings.secretKey().isEmpty()) {
                terminal.out()
                        .println(
                                "The key of the secrets was not in the backup: put keys/secrets.key back into "
                                        + settings.data()
                                        + " before you start the server.");
            }
        }
    }

    private static char[] passphrase(Settings settings, Terminal terminal, Path file)
            throws IOException, Unusable {
        try (var in = new PushbackInputStream(Files.newInputStream(file), Seal.lookahead())) {
            return Seal.isSealed(in) ? terminal.passphrase(settings, false) : new char[0];
        }
    }

    /// The file, from its beginning, as often as it takes.
    private record Source(Path file, char[] passphrase) {

        InputStream open() throws IOException, Unusable {
            var in = Files.newInputStream(file);
            return passphrase.length == 0 ? in : Seal.open(in, passphrase);
        }
    }
}
