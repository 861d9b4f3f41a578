package fr.tocsin.takedown;

/// Why a publication is taken down (`takedown.cause.<name>`).
public enum Cause {
    MISTAKE,
    JUDGES_ORDER,
    END_OF_AUTHORISATION,
    PERSON_FOUND,
    PERSONAL_DATA,
    /// Told in words, which are then mandatory.
    OTHER
}
