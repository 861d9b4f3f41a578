package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;

/// @param demonstration whether there is one to load
public record SetupPage(SetupForm form, boolean demonstration, Mistakes mistakes) {}
