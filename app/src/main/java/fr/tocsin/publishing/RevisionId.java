package fr.tocsin.publishing;

import java.util.UUID;

/// Names one submitted version of a publication.
public record RevisionId(UUID value) {

    public static RevisionId random() {
        return new RevisionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
