package fr.tocsin.units;

import java.util.Locale;

/// A person who works in one or several units.
///
/// @param language in which the desk speaks to them
/// @param demo whether they belong to the removable demonstration
public record Member(MemberId id, String email, String name, Locale language, boolean demo) {

    /// In characters.
    public static final int LONGEST_NAME = 100;
}
