package fr.tocsin.calendar;

import fr.tocsin.publishing.Agenda;
import fr.tocsin.publishing.Planned;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.Units;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Lets members read the unit's calendar in their own, without a session: by a secret address that
/// is theirs alone, dies when it is revoked, and with their work in the unit.
@Service
public class Feeds {

    /// So many may one member have in one unit.
    public static final int MOST = 10;

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 366;

    private final FeedBook book;
    private final Agenda agenda;
    private final Members members;
    private final Memberships memberships;
    private final Units units;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(
            FeedBook book,
            Agenda agenda,
            Members members,
            Memberships memberships,
            Units units,
            Clock clock) {
        this.book = book;
        this.agenda = agenda;
        this.members = members;
        this.memberships = memberships;
        this.units = units;
        this.clock = clock;
    }

    /// What is read at an address.
    ///
    /// @param reader whose address it is
    public record Reading(Member reader, Officer officer, List<Planned> planned) {}

    /// The officer's own; an administrator sees those of the whole unit.
    public List<Feed> list(Officer officer) {
        Rights.READ.demand(officer);
        return book.of(officer.unitId(), officer.member(), officer.is(Role.ADMINISTRATOR));
    }

    /// Opens an address.
    ///
    /// @return its secret, told this once; empty when the member has as many as one may have
    public Optional<String> open(Officer officer, String name) {
        Rights.READ.demand(officer);
        if (book.count(officer.unitId(), officer.member()) >= MOST) {
            return Optional.empty();
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        book.add(officer.unitId(), officer.member(), name, secret, clock.instant());
        return Optional.of(secret);
    }

    /// Closes an address for good: one's own, or as administrator anybody's of the unit.
    ///
    /// @return false when there is none
    public boolean revoke(Officer officer, UUID feed) {
        return book.revoke(
                officer.unitId(), officer.member(), officer.is(Role.ADMINISTRATOR), feed);
    }

    /// What stands in the calendar, for whoever holds the secret. Roles are those of this moment:
    /// who may no longer read publications reads nothing here.
    public Optional<Reading> read(String secret) {
        var holder = book.holder(secret);
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        var member = members.find(holder.get().member());
        var unit = units.find(holder.get().unit());
        if (member.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        var officer = memberships.officer(member.get(), unit.get().slug()).filter(Rights.READ::has);
        book.read(holder.get().feed(), clock.instant());
        return officer.map(reader -> new Reading(member.get(), reader, planned(reader)));
    }

    private List<Planned> planned(Officer officer) {
        var today = clock.instant().atZone(Planning.ZONE).toLocalDate();
        return agenda.between(officer, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
    }
}
