package fr.tocsin.calendar;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.publishing.Planned;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.PublicationId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what speaks against the times of publications. What has left already is nobody's clash,
/// but what is planned too close behind it is.
final class Clashes {

    private final Precautions precautions;
    private final Map<LocalDate, MourningDay> mourning;
    private final Map<PublicationId, List<Clash>> found = new HashMap<>();

    private Clashes(Precautions precautions, Map<LocalDate, MourningDay> mourning) {
        this.precautions = precautions;
        this.mourning = mourning;
    }

    /// Looks through neighbours, nights and days of mourning.
    ///
    /// @param planned in the order of their times
    /// @return what was found; publications without a clash are missing
    static Map<PublicationId, List<Clash>> among(
            List<Planned> planned, Precautions precautions, Map<LocalDate, MourningDay> mourning) {
        var clashes = new Clashes(precautions, mourning);
        planned.stream().filter(Planned::movable).forEach(clashes::day);
        clashes.neighbours(planned);
        return clashes.found;
    }

    private void day(Planned planned) {
        var local = planned.at().atZone(Planning.ZONE);
        var day = mourning.get(local.toLocalDate());
        if (day != null) {
            add(planned, new Clash.InMourning(day.name()));
        }
        if (precautions.night(local.toLocalTime())) {
            add(planned, new Clash.AtNight(precautions.nightFrom(), precautions.nightTo()));
        }
    }

    private void neighbours(List<Planned> planned) {
        var last = new HashMap<AccountId, Planned>();
        for (var later : planned) {
            for (var account : later.accounts()) {
                var earlier = last.put(account, later);
                if (earlier != null) {
                    neighbours(earlier, later, account);
                }
            }
        }
    }

    private void neighbours(Planned earlier, Planned later, AccountId account) {
        var gap = Duration.between(earlier.at(), later.at());
        if (gap.compareTo(Duration.ofMinutes(precautions.gapMinutes())) < 0) {
            close(earlier, later, account, gap);
            close(later, earlier, account, gap);
        }
    }

    /// Two publications that meet on several accounts are one clash.
    private void close(Planned one, Planned other, AccountId account, Duration gap) {
        var known = found.getOrDefault(one.id(), List.of());
        var said =
                known.stream()
                        .anyMatch(clash ->
                                clash instanceof Clash.Close close
                                        && close.other().equals(other.id()));
        if (one.movable() && !said) {
            add(one, new Clash.Close(account, other.id(), other.heading(), gap.toMinutes()));
        }
    }

    private void add(Planned planned, Clash clash) {
        found.computeIfAbsent(planned.id(), _ -> new ArrayList<>()).add(clash);
    }
}
