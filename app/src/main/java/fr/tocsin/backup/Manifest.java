package fr.tocsin.backup;

import java.util.Map;

/// The last entry of a backup: size and SHA-256 of every other one. Without it the file is not
/// whole.
record Manifest(Map<String, Sum> entries) {

    static final String NAME = "manifest.json";

    record Sum(long bytes, String sha256) {}
}
