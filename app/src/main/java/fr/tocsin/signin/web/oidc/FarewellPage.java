package fr.tocsin.signin.web.oidc;

/// Leads on to the provider, where one is still signed in.
///
/// @param address of the provider's own sign-out
public record FarewellPage(String provider, String address) {}
