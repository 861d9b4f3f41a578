package fr.tocsin.pages;

/// On whose behalf the person at the desk acts; shown on every desk page.
///
/// @param unitSlug the unit's name in addresses
/// @param service `gendarmerie`, `police`, `fire` or `other`; picks the colour of the banner
public record Identity(
        String unitSlug, String unitName, String service, String memberName, boolean demo) {}
