package fr.tocsin.delivering;

/// The five kinds of message that a unit sends; the kind decides the rules and the lane.
public enum Kind {
    ALERT,
    PROPERTY,
    APPEAL,
    PREVENTION,
    COMMUNITY
}
