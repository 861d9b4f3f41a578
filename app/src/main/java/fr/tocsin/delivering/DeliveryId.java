package fr.tocsin.delivering;

import java.util.UUID;

/// Names one delivery: one revision to one account by one operation.
public record DeliveryId(UUID value) {

    public static DeliveryId random() {
        return new DeliveryId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
