package fr.tocsin.delivering;

/// One public act of a delivery: a whole thread where the network writes it atomically, else one
/// part.
///
/// @param firstPart index of the first part it carries
/// @param parts how many parts it carries
/// @param key the idempotency or record key, chosen once and stored before anything is sent
public record Step(int firstPart, int parts, String key) {}
