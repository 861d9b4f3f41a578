package fr.tocsin.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash that this module uses throughout.
final class Sums {

    private Sums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
