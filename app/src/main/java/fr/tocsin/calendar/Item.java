package fr.tocsin.calendar;

import fr.tocsin.delivering.Network;
import fr.tocsin.publishing.Planned;
import java.util.List;
import java.util.SortedSet;

/// One publication in the calendar.
///
/// @param networks where it goes, by their ids
public record Item(Planned planned, SortedSet<String> networks, List<Clash> clashes) {

    boolean goesTo(Network network) {
        return networks.contains(network.id());
    }
}
