package fr.tocsin.takedown.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.takedown.Takedown;
import fr.tocsin.takedown.TakedownCopy;
import fr.tocsin.units.Membership;
import java.util.List;

/// One copy that waits for somebody: who it is, when they are reminded, and what they did.
///
/// @param base the address of this page
/// @param back the address of the takedown
/// @param hours in which the owner may be reminded
public record CopyPage(
        String base,
        String back,
        Takedown takedown,
        TakedownCopy copy,
        List<Membership> members,
        List<Integer> hours,
        boolean mayAct,
        String remark,
        Mistakes mistakes) {

    public boolean owns(Membership membership) {
        var task = copy.task();
        var owner = task == null ? takedown.order().by() : task.owner();
        return membership.member().id().equals(owner);
    }
}
