package fr.tocsin.pages;

/// A link in a navigation, words already chosen.
///
/// @param icon a name from bootstrap-icons, or empty
/// @param current whether the reader is there, or below it
/// @param waiting how many things wait there; 0 shows nothing
public record Destination(String href, String label, String icon, boolean current, int waiting) {

    public Destination(String href, String label, String icon, boolean current) {
        this(href, label, icon, current, 0);
    }
}
