package fr.tocsin.delivering;

/// The delivery is no longer in this worker's hands: nothing was written, and nothing may be done
/// for it any more.
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    LeaseLost(Claim claim) {
        super(
                "delivery %s is no longer held under epoch %d; its new holder goes on"
                        .formatted(claim.delivery().id(), claim.delivery().epoch()));
    }
}
