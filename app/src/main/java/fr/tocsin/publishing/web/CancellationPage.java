package fr.tocsin.publishing.web;

/// Asks whether a publication is really to be given up.
///
/// @param base the publication's address
public record CancellationPage(String base, String heading) {}
