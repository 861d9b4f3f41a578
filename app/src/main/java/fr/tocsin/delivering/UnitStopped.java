package fr.tocsin.delivering;

/// The unit's deliveries were stopped by a person while this one was being prepared: nothing of it
/// was armed, nothing left.
final class UnitStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnitStopped(Claim claim) {
        super(
                "delivery %s waits: unit %s has stopped all its deliveries"
                        .formatted(claim.delivery().id(), claim.delivery().unit()));
    }
}
