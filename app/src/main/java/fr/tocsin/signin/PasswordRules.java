package fr.tocsin.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a password must be: long, and not one of those that are tried first. No rules of
/// composition (NIST SP 800-63B §3.1.1.2; ANSSI, Recommandations relatives à l'authentification
/// multifacteur et aux mots de passe, R21–R27).
public final class PasswordRules {

    /// In code points.
    public static final int SHORTEST = 12;

    /// Longer ones only cost time to whoever checks them.
    public static final int LONGEST = 256;

    private static final Set<String> FREQUENT = frequent();

    private PasswordRules() {}

    /// Why a password is refused. The words are `signin.password.<name>`.
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        FREQUENT,
        NAMES_ITS_OWNER
    }

    /// @param email of the member: a password that contains it, or is contained in it, is refused
    public static Optional<Fault> fault(String password, String email) {
        var length = password.codePointCount(0, password.length());
        var small = password.toLowerCase(Locale.ROOT).strip();
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (FREQUENT.contains(small) || monotonous(small)) {
            return Optional.of(Fault.FREQUENT);
        }
        var address = email.toLowerCase(Locale.ROOT).strip();
        if (!address.isEmpty() && (address.contains(small) || small.contains(address))) {
            return Optional.of(Fault.NAMES_ITS_OWNER);
        }
        return Optional.empty();
    }

    /// Few different characters, or each the neighbour of the one before: `abcdefghijkl`.
    private static boolean monotonous(String text) {
        var steps = text.chars().skip(1).count();
        var neighbours = 0;
        for (var i = 1; i < text.length(); i++) {
            if (Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1) {
                neighbours++;
            }
        }
        return text.chars().distinct().count() < 4 || neighbours > steps * 0.8;
    }

    private static Set<String> frequent() {
        try (var file = PasswordRules.class.getResourceAsStream("frequent-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("frequent-passwords.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
