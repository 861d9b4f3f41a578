package fr.tocsin.delivering;

/// The publication was taken down while a worker was about to send more of it: nothing was sent.
class Recalled extends RuntimeException {

    private static final long serialVersionUID = 1;

    Recalled(Claim claim) {
        super(
                "delivery %s was recalled; nothing more of it is sent"
                        .formatted(claim.delivery().id()));
    }
}
