package fr.tocsin.units;

import fr.tocsin.units.Act.Deed;
import fr.tocsin.units.Invitation.Issued;
import fr.tocsin.units.Invitation.Purpose;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links by which people join a unit or get back into their account. A link works once and for a
/// limited time; the database keeps only its hash.
@Service
public class Invitations {

    static final Duration TO_JOIN = Duration.ofDays(7);
    static final Duration TO_RESET = Duration.ofHours(24);
    private static final int TOKEN_BYTES = 32;

    private final InvitationLinks links;
    private final Memberships memberships;
    private final Members members;
    private final Acts acts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            InvitationLinks links,
            Memberships memberships,
            Members members,
            Acts acts,
            Clock clock) {
        this.links = links;
        this.memberships = memberships;
        this.members = members;
        this.acts = acts;
        this.clock = clock;
    }

    /// Invites a person into the officer's unit.
    ///
    /// @param roles at least one
    @Transactional
    public Issued invite(Officer by, String email, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an invitation needs at least one role");
        }
        var issued = issue(by, Purpose.JOIN, email.strip(), roles, Optional.empty(), TO_JOIN);
        acts.add(by.unitId(), Deed.INVITED, by.member(), email.strip());
        return issued;
    }

    /// Makes a link by which a colleague chooses a new password. Empty when the member does not
    /// work in the officer's unit, or also works elsewhere: an administrator here must not become
    /// able to act there.
    @Transactional
    public Optional<Issued> reset(Officer by, MemberId member, boolean secondFactorToo) {
        if (!memberships.unitsOf(member).stream()
                .map(Unit::id)
                .toList()
                .equals(List.of(by.unitId()))) {
            return Optional.empty();
        }
        var person = members.find(member).orElseThrow();
        links.withdrawResets(member, clock.instant());
        var purpose = secondFactorToo ? Purpose.RESET_ALL : Purpose.RESET_PASSWORD;
        var issued = issue(by, purpose, person.email(), Set.of(), Optional.of(member), TO_RESET);
        acts.add(by.unitId(), Deed.RESET_LINK_MADE, by.member(), person.name());
        return Optional.of(issued);
    }

    private Issued issue(
            Officer by,
            Purpose purpose,
            String email,
            Set<Role> roles,
            Optional<MemberId> member,
            Duration life) {
        var secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var invitation =
                new Invitation(
                        UUID.randomUUID(),
                        by.unitId(),
                        purpose,
                        email,
                        roles,
                        member,
                        clock.instant().plus(life));
        links.add(invitation, token, by.member(), clock.instant());
        return new Issued(invitation, token);
    }

    /// What is still open in the unit, newest first.
    public List<Invitation> open(UnitId unit) {
        return links.open(unit, clock.instant());
    }

    /// Makes an open link worthless.
    ///
    /// @return false when it is not open any more, or not of this unit
    @Transactional
    public boolean withdraw(Officer by, UUID id) {
        var withdrawn = links.withdraw(by.unitId(), id, clock.instant());
        withdrawn.ifPresent(
                email -> acts.add(by.unitId(), Deed.INVITATION_WITHDRAWN, by.member(), email));
        return withdrawn.isPresent();
    }

    /// The invitation behind a link, as long as it can be used.
    public Optional<Invitation> read(String token) {
        return links.find(token, clock.instant());
    }

    /// Uses the link to join. Of two who try at the same moment, one gets `false`.
    @Transactional
    public boolean join(String token, MemberId member) {
        var used = links.use(token, clock.instant()).filter(this::joins);
        used.ifPresent(invitation -> {
            memberships.add(invitation.unitId(), member, invitation.roles());
            acts.add(invitation.unitId(), Deed.JOINED, member, invitation.email());
        });
        return used.isPresent();
    }

    /// Uses the link to reset an account; what is reset is up to the caller, in the same
    /// transaction.
    @Transactional
    public Optional<Invitation> useToReset(String token) {
        var used = links.use(token, clock.instant()).filter(invitation -> !joins(invitation));
        used.ifPresent(invitation ->
                acts.add(
                        invitation.unitId(),
                        Deed.RESET_LINK_USED,
                        invitation.memberId().orElseThrow(),
                        invitation.email()));
        return used;
    }

    private boolean joins(Invitation invitation) {
        return invitation.purpose() == Purpose.JOIN;
    }
}
