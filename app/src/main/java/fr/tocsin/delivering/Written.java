package fr.tocsin.delivering;

/// A copy on a network, and what we wrote there last.
public record Written(RemotePost post, Post.Part part) {}
