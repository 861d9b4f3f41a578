package fr.tocsin;

import fr.tocsin.audit.AuditCommand;
import fr.tocsin.backup.BackupCommand;
import fr.tocsin.backup.RestoreCommand;
import fr.tocsin.database.UnusableDatabase;
import fr.tocsin.export.ExportCommand;
import fr.tocsin.settings.Settings;
import fr.tocsin.settings.UnusableSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// What `./tocsin` does at the terminal besides running the server: needs no web server and starts
/// none.
final class CommandLine {

    private CommandLine() {}

    /// @return the exit code; empty when this is no command but a start of the server
    static OptionalInt run(String[] words) {
        if (words.length == 0) {
            return OptionalInt.empty();
        }
        var arguments = Arrays.asList(words).subList(1, words.length);
        return switch (words[0]) {
            case "audit" -> run(settings -> AuditCommand.run(settings, arguments, System.out));
            case "backup" ->
                    run(settings -> BackupCommand.run(settings, arguments, folder(), System.out));
            case "export" ->
                    run(settings -> ExportCommand.run(settings, arguments, folder(), System.out));
            case "restore" ->
                    run(settings -> RestoreCommand.run(settings, arguments, folder(), System.out));
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt run(Command command) {
        LoggingSystem.get(CommandLine.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
        try {
            return OptionalInt.of(command.run(Settings.ofEnvironment()));
        } catch (UnusableDatabase e) {
            return failed(e.getMessage() + ". " + e.mend());
        } catch (UnusableSettings e) {
            return failed(e.getMessage() + ". " + e.mend());
        } catch (SQLException e) {
            return failed("the database refused: " + e.getMessage());
        } catch (IOException e) {
            return failed("a file refused: " + e);
        }
    }

    /// Where the caller was before the launcher went home.
    private static Path folder() {
        return Path.of(System.getProperty("tocsin.from", "")).toAbsolutePath();
    }

    private static OptionalInt failed(String reason) {
        System.err.println("tocsin: " + reason);
        return OptionalInt.of(1);
    }

    private interface Command {
        int run(Settings settings) throws SQLException, IOException;
    }
}
