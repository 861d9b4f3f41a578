package fr.tocsin.media;

/// A cleaned copy of a picture, made to fit one network's rules; carries no metadata.
public record Rendition(String type, int width, int height, byte[] bytes) {}
