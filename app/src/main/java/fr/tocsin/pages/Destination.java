package fr.tocsin.pages;

/// A link in a navigation, words already chosen.
///
/// @param icon a name from bootstrap-icons, or empty
/// @param current whether the reader is there, or below it
public record Destination(String href, String label, String icon, boolean current) {}
