package fr.tocsin.site.web;

import fr.tocsin.units.Unit;
import java.util.List;

/// A page of plain words: legal notice, privacy, accessibility.
///
/// @param topic `legal`, `privacy` or `accessibility`
/// @param units who publishes here
/// @param address the public address of this server
public record TextPage(String topic, List<Unit> units, String address) {

    /// The headings, in order; their words stand under `site.<topic>.<section>`.
    public List<String> sections() {
        return switch (topic) {
            case "legal" -> List.of("publisher", "host", "licence", "report");
            case "privacy" -> List.of("none", "kept", "networks", "rights");
            default -> List.of("state", "means", "help");
        };
    }
}
