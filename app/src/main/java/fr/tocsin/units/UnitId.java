package fr.tocsin.units;

import java.util.UUID;

/// Names one unit; every query carries it.
public record UnitId(UUID value) {

    public static UnitId random() {
        return new UnitId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
