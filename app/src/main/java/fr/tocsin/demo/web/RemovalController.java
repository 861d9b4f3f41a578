package fr.tocsin.demo.web;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.signin.SetupInvitation;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Removes the demonstration: its units, members, publications and pages, and nothing else. The
/// button stands on the unit's page of every demonstration unit.
@Controller
class RemovalController {

    private final Demonstration demonstration;
    private final SetupInvitation invitation;
    private final Audit audit;

    RemovalController(Demonstration demonstration, SetupInvitation invitation, Audit audit) {
        this.demonstration = demonstration;
        this.invitation = invitation;
        this.audit = audit;
    }

    @PostMapping("/desk/{unit}/demonstration/removal")
    String remove(Officer officer) {
        officer.require(Role.ADMINISTRATOR);
        if (!officer.unit().demo()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(
                new Deed(
                        "demonstration-removed", null, officer.member(), officer.name(), null, ""));
        demonstration.remove();
        invitation.print();
        return "redirect:/";
    }
}
