package fr.tocsin.delivering;

import java.util.UUID;

/// Names one account of a unit on a network.
public record AccountId(UUID value) {

    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
