package fr.tocsin.publishing;

/// There is no such publication in the unit, which looks the same as one of another unit.
public class NoSuchPublication extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchPublication(PublicationId id) {
        super("no publication " + id + " in this unit");
    }
}
