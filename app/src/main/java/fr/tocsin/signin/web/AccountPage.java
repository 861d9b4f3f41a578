package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;

/// @param email cannot be changed here: it is who one is to colleagues
/// @param password whether the member has one
/// @param provider what people call the identity provider; empty when there is none
/// @param linked whether the member can sign in there
/// @param codesLeft recovery codes not used yet; without meaning when there is no second factor
public record AccountPage(
        String name,
        String email,
        String language,
        boolean secondFactor,
        int codesLeft,
        boolean password,
        int passkeys,
        String provider,
        boolean linked,
        Mistakes mistakes) {}
