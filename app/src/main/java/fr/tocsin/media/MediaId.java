package fr.tocsin.media;

import java.util.UUID;

/// Names one picture in a unit's library.
public record MediaId(UUID value) {

    public static MediaId random() {
        return new MediaId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
