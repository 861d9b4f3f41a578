package fr.tocsin.takedown;

import java.util.UUID;

/// Names one takedown.
public record TakedownId(UUID value) {

    static TakedownId random() {
        return new TakedownId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
