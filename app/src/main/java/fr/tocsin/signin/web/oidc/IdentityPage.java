package fr.tocsin.signin.web.oidc;

/// The way to the provider, to be recognised by it from now on.
public record IdentityPage(String provider) {}
