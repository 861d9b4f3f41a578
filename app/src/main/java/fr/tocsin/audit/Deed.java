package fr.tocsin.audit;

import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be recorded: given to [Audit#record], or published as an event. Never a secret, never
/// what somebody typed into the wrong field.
///
/// @param act a stable word of small letters and hyphens; the page shows the message
///   `audit.act.<act>`
/// @param unit on whose behalf; null for the installation's own affairs
/// @param member who did it; null when nobody in particular did
/// @param name of that member; looked up when it is empty
/// @param subject the id of what it was done to; null when there is none
/// @param about to whom or what, in plain words, or empty
public record Deed(
        String act,
        @Nullable UnitId unit,
        @Nullable MemberId member,
        String name,
        @Nullable UUID subject,
        String about) {

    /// What an officer did on behalf of the unit.
    public static Deed of(Officer officer, String act) {
        return new Deed(act, officer.unitId(), officer.member(), officer.name(), null, "");
    }

    /// What a member did that concerns a unit, or the installation where it is null.
    public static Deed of(@Nullable UnitId unit, Member member, String act) {
        return new Deed(act, unit, member.id(), member.name(), null, "");
    }

    /// What happened to the installation without a known member.
    public static Deed ofNobody(String act) {
        return new Deed(act, null, null, "", null, "");
    }

    Deed by(String memberName) {
        return new Deed(act, unit, member, memberName, subject, about);
    }

    public Deed to(UUID what) {
        return new Deed(act, unit, member, name, what, about);
    }

    public Deed about(String words) {
        return new Deed(act, unit, member, name, subject, words);
    }
}
