package fr.tocsin.audit;

import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import org.springframework.stereotype.Service;

/// What concerns a member's own access, such as signing in: on the record of every unit that they
/// work in at that moment, so that its administrators find it.
@Service
public class MemberDeeds {

    private final Audit audit;
    private final Members members;
    private final Memberships memberships;

    MemberDeeds(Audit audit, Members members, Memberships memberships) {
        this.audit = audit;
        this.members = members;
        this.memberships = memberships;
    }

    /// As [Audit#record].
    public void record(MemberId member, String act) {
        members.find(member).ifPresent(known -> record(known, act));
    }

    /// As [Audit#record].
    public void record(Member member, String act) {
        var units = memberships.unitsOf(member.id());
        if (units.isEmpty()) {
            audit.record(Deed.of(null, member, act));
        }
        units.forEach(unit -> audit.record(Deed.of(unit.id(), member, act)));
    }
}
