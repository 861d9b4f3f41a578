package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;

/// @param recovery whether a recovery code is asked for instead of the app's
public record CodePage(boolean recovery, Mistakes mistakes) {}
