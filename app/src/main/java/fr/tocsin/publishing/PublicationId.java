package fr.tocsin.publishing;

import java.util.UUID;

/// Names one publication.
public record PublicationId(UUID value) {

    public static PublicationId random() {
        return new PublicationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
