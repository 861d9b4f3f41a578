package fr.tocsin.units;

import java.util.regex.Pattern;

/// Enough to catch slips; whether an address works shows when somebody writes to it.
public final class EmailAddresses {

    private static final Pattern FORM = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3

    private EmailAddresses() {}

    public static boolean plausible(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
