package fr.tocsin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/// As whom PostgreSQL runs, since it refuses to run as root.
///
/// An ordinary user runs it as themselves. For root it is, in this order: the ordinary user who
/// owns the folder; root without its powers (a user namespace); the account `nobody`.
///
/// @param prefix words to put before a command
/// @param owner who must own the files
record Servant(List<String> prefix, UserPrincipal owner) {

    private static final String NOBODY = "nobody";

    static Servant of(Path folder) throws IOException {
        var owner = Files.getOwner(folder);
        if (!isRoot()) {
            return new Servant(dyingWithUs(), owner);
        }
        if (number(folder, "unix:uid") != 0) {
            return other(owner, number(folder, "unix:uid"), number(folder, "unix:gid"));
        }
        var namespace = List.of("unshare", "--user");
        if (Commands.run(and(namespace, List.of("true"))).succeeded()) {
            return new Servant(and(namespace, dyingWithUs()), owner);
        }
        var nobody =
                folder.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(NOBODY);
        return other(nobody, number("-u"), number("-g"));
    }

    /// The command as this servant runs it.
    List<String> run(List<String> command) {
        return and(prefix, command);
    }

    /// Gives files that we made to whom they must belong.
    void own(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)
                        && !Files.isSymbolicLink(file)) {
                    Files.setOwner(file, owner);
                }
            }
        }
    }

    private static Servant other(UserPrincipal owner, int user, int group) {
        var prefix =
                List.of(
                        "setpriv",
                        "--reuid=" + user,
                        "--regid=" + group,
                        "--clear-groups",
                        "--no-new-privs");
        if (!Commands.run(and(prefix, List.of("true"))).succeeded()) {
            throw new UnusableDatabase(
                    "PostgreSQL does not run as root, and this machine lets root neither make a user"
                            + " namespace (unshare) nor run a program as another user (setpriv)",
                    "Start Tocsin as an ordinary user, or name your own PostgreSQL with"
                            + " TOCSIN_DATABASE_URL.");
        }
        return new Servant(and(prefix, dyingWithUs()), owner);
    }

    /// In a session of its own, so that Ctrl+C at the terminal reaches us alone and we end it in
    /// order; ended by the kernel when we are killed. Where that does not exist, the next start
    /// takes the orphan down.
    private static List<String> dyingWithUs() {
        var prefix = List.of("setsid", "setpriv", "--pdeathsig=INT");
        return Commands.run(and(prefix, List.of("true"))).succeeded() ? prefix : List.of();
    }

    private static boolean isRoot() {
        return Commands.run(List.of("id", "-u")).output().equals("0");
    }

    private static int number(Path file, String attribute) throws IOException {
        return (Integer) Files.getAttribute(file, attribute);
    }

    private static int number(String option) {
        return Integer.parseInt(Commands.run(List.of("id", option, NOBODY)).output());
    }

    private static List<String> and(List<String> first, List<String> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
