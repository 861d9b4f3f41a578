package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;

/// @param email cannot be changed here: it is who one is to colleagues
/// @param codesLeft recovery codes not used yet; without meaning when there is no second factor
public record AccountPage(
        String name,
        String email,
        String language,
        boolean secondFactor,
        int codesLeft,
        Mistakes mistakes) {}
