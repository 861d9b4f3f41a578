package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.HeldBack;
import fr.tocsin.delivering.Stoppage;
import fr.tocsin.pages.Mistakes;
import java.util.List;
import java.util.Optional;

/// Stopping everything that the unit sends, and letting it go on.
///
/// @param base the address of this page
/// @param desk the address of the unit's desk
/// @param inForce empty while the unit speaks
/// @param waiting what has not left, alerts first
/// @param past earlier ones, the latest first
/// @param mayAct whether the reader stops and releases
/// @param reason as typed
public record StoppagePage(
        String base,
        String desk,
        Optional<Stoppage> inForce,
        List<HeldBack> waiting,
        List<Stoppage> past,
        boolean mayAct,
        String reason,
        Mistakes mistakes) {

    private static final int SHOWN = 50;

    /// What leaves only if a person says so now.
    public List<HeldBack> late() {
        return waiting.stream().filter(HeldBack::late).toList();
    }

    /// What leaves by itself at its time.
    public List<HeldBack> later() {
        return waiting.stream().filter(held -> !held.late()).limit(SHOWN).toList();
    }

    /// How many more there are than [#later] shows.
    public long further() {
        return waiting.size() - late().size() - later().size();
    }
}
