package fr.tocsin.pages;

/// How many things wait for somebody behind an entry of the navigation. A module that knows
/// declares a bean of this type; nothing shared changes.
public interface Waiting {

    /// The label of the [NavigationEntry] that the number stands beside.
    String label();

    /// Asked once for every page that offers the entry: must be quick.
    int count(Identity identity);
}
