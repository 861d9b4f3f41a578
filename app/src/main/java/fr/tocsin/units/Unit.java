package fr.tocsin.units;

/// A service that speaks with the public: a gendarmerie group, a police station, a fire service.
///
/// @param slug the unit's name in addresses, such as `gendarmerie-86`
/// @param demo whether it belongs to the removable demonstration
public record Unit(
        UnitId id,
        String slug,
        String name,
        Service service,
        String place,
        String contact,
        boolean demo) {

    /// The kind of service, which decides the wording and the colours of its pages.
    public enum Service {
        GENDARMERIE,
        POLICE,
        FIRE,
        OTHER
    }
}
