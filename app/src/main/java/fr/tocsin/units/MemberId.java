package fr.tocsin.units;

import java.util.UUID;

/// Names one person who works in one or several units.
public record MemberId(UUID value) {

    public static MemberId random() {
        return new MemberId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
