package fr.tocsin.units;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A link that an administrator hands to a person.
///
/// @param email whose it is
/// @param roles what they will be in the unit; empty unless it is to join
/// @param memberId whose password it resets; empty when it is to join
public record Invitation(
        UUID id,
        UnitId unitId,
        Purpose purpose,
        String email,
        Set<Role> roles,
        Optional<MemberId> memberId,
        Instant expires) {

    /// What the holder of the link may do, once.
    public enum Purpose {
        JOIN,
        RESET_PASSWORD,
        /// The second factor too: the phone is lost.
        RESET_ALL
    }

    public Invitation {
        roles = Set.copyOf(roles);
    }

    /// A new link's secret, which exists nowhere else: shown once, to be copied.
    public record Issued(Invitation invitation, String token) {}
}
