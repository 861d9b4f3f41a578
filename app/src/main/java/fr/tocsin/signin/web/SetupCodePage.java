package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;

/// Asks for the code that the server printed when it started.
public record SetupCodePage(Mistakes mistakes) {}
