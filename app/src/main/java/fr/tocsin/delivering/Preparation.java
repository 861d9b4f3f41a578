package fr.tocsin.delivering;

import java.time.Instant;

/// What came of getting a step ready: media uploaded, request built, nothing public yet.
public sealed interface Preparation {

    /// @param request the exact body that will be sent; its hash is stored before the first byte
    ///   leaves
    record Prepared(String request) implements Preparation {}

    record Rejected(Reason reason) implements Preparation {}

    record NotYet(Reason reason, Instant notBefore) implements Preparation {}
}
