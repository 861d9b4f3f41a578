package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Act;
import fr.tocsin.units.Invitation;
import fr.tocsin.units.Membership;
import fr.tocsin.units.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The people of one unit, for its administrators.
///
/// @param issued the link just made, shown this once
public record MembersPage(
        String action,
        List<Membership> members,
        List<Invitation> invitations,
        List<Act> acts,
        InviteForm form,
        Optional<Link> issued,
        Mistakes mistakes) {

    /// A new invitation as typed.
    public record InviteForm(String email, Set<Role> roles) {

        static final InviteForm EMPTY = new InviteForm("", Set.of());

        public InviteForm {
            roles =
                    roles == null
                            ? Set.of()
                            : roles.stream()
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// @param address to be handed to the person
    public record Link(Invitation invitation, String address) {}

    public Role[] roles() {
        return Role.values();
    }
}
