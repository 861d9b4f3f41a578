package fr.tocsin.audit;

import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.settings.Settings;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// `./tocsin audit verify [END]`: looks at the whole record, beside a running server or without
/// one.
public final class AuditCommand {

    private static final String USAGE =
            """
            Usage: ./tocsin audit verify [END]
              END  an end of the record noted earlier, as the desk and this command show it: NUMBER:HASH\
            """;

    private AuditCommand() {}

    /// @param arguments without the word `audit`
    /// @return 0 when the record is whole, 1 when it is not, 2 for a wrong call
    public static int run(Settings settings, List<String> arguments, PrintStream out)
            throws SQLException {
        if (arguments.isEmpty() || arguments.size() > 2 || !arguments.getFirst().equals("verify")) {
            out.println(USAGE);
            return 2;
        }
        var noted = Optional.<Head>empty();
        try {
            noted = arguments.stream().skip(1).findFirst().map(Head::of);
        } catch (IllegalArgumentException e) {
            out.println("tocsin: " + e.getMessage());
            return 2;
        }
        try (var database = DatabaseAtHand.open(settings);
                var connection = database.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return say(Chain.verify(connection, noted), out);
        }
    }

    private static int say(Verification verification, PrintStream out) {
        return switch (verification) {
            case Verification.Sound(var head) -> {
                out.println("The record is whole: " + head.number() + " entries.");
                out.println("Its end, to be noted elsewhere: " + head);
                yield 0;
            }
            case Verification.Broken(var number, var fault) -> {
                out.println("The record is broken at entry " + number + ": " + words(fault));
                yield 1;
            }
        };
    }

    private static String words(Verification.Fault fault) {
        return switch (fault) {
            case CHANGED -> "its content is not what was written.";
            case UNLINKED -> "it does not continue the entry before it.";
            case MISSING -> "it is missing.";
            case CUT_OFF -> "it is missing, and all that came after it.";
            case NOT_AS_NOTED -> "it is not the one that was noted.";
        };
    }
}
