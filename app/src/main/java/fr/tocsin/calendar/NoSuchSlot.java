package fr.tocsin.calendar;

import java.util.UUID;

/// There is no such slot in the unit, which looks the same as one of another unit.
public class NoSuchSlot extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchSlot(UUID id) {
        super("no slot " + id + " in this unit");
    }
}
