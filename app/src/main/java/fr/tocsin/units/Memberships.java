package fr.tocsin.units;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who works in which unit, and as what. A unit never loses its last administrator.
@Service
public class Memberships {

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    /// The unit's members in the order of their names.
    public List<Membership> in(UnitId unit) {
        return jdbc.sql(
                        "SELECT "
                                + Members.COLUMNS
                                + """
                                , membership.roles
                                  FROM membership JOIN member ON member.id = membership.member_id
                                 WHERE membership.unit_id = :unit
                                 ORDER BY member.name, member.email
                                """)
                .param("unit", unit.value())
                .query(Rows::membership)
                .list();
    }

    /// The units a member works in, in the order of their names.
    public List<Unit> unitsOf(MemberId member) {
        return jdbc.sql(
                        "SELECT "
                                + Units.COLUMNS
                                + """

                                  FROM membership JOIN unit ON unit.id = membership.unit_id
                                 WHERE membership.member_id = :member
                                 ORDER BY unit.name, unit.slug
                                """)
                .param("member", member.value())
                .query(Rows::unit)
                .list();
    }

    /// The member as an officer of the unit with that slug; empty for strangers and where there is
    /// no such unit, which look the same.
    public Optional<Officer> officer(Member member, String slug) {
        return jdbc.sql(
                        "SELECT "
                                + Units.COLUMNS
                                + """
                                , membership.roles
                                  FROM membership JOIN unit ON unit.id = membership.unit_id
                                 WHERE membership.member_id = :member AND unit.slug = :slug
                                """)
                .param("member", member.id().value())
                .param("slug", slug)
                .query((row, number) ->
                        new Officer(
                                member.id(),
                                member.name(),
                                Rows.unit(row, number),
                                Rows.roles(row)))
                .optional();
    }

    /// Makes the member work in the unit with these roles, in addition to those already held there.
    ///
    /// @throws IllegalArgumentException without any role
    public void add(UnitId unit, MemberId member, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a membership needs at least one role");
        }
        jdbc.sql(
                        """
                        INSERT INTO membership (unit_id, member_id, roles, since)
                        VALUES (:unit, :member, :roles, :now)
                        ON CONFLICT (unit_id, member_id) DO UPDATE SET roles =
                            ARRAY(SELECT DISTINCT unnest(membership.roles || excluded.roles) ORDER BY 1)
                        """)
                .param("unit", unit.value())
                .param("member", member.value())
                .param("roles", Rows.names(roles))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Replaces a member's roles in the officer's unit.
    @Transactional
    public Change change(Officer by, MemberId member, Set<Role> roles) {
        var unit = by.unitId();
        if (roles.isEmpty()) {
            return Change.NO_ROLE;
        }
        var administrators = lockAdministrators(unit);
        if (!roles.contains(Role.ADMINISTRATOR) && administrators.equals(List.of(member))) {
            return Change.LAST_ADMINISTRATOR;
        }
        var changed =
                jdbc.sql(
                                """
                                UPDATE membership SET roles = :roles
                                 WHERE unit_id = :unit AND member_id = :member
                                """)
                        .param("unit", unit.value())
                        .param("member", member.value())
                        .param("roles", Rows.names(roles))
                        .update();
        return recorded(changed, by, Act.Deed.ROLES_CHANGED, member);
    }

    /// Ends a member's work in the officer's unit; what they wrote stays.
    @Transactional
    public Change remove(Officer by, MemberId member) {
        var unit = by.unitId();
        var administrators = lockAdministrators(unit);
        if (administrators.equals(List.of(member))) {
            return Change.LAST_ADMINISTRATOR;
        }
        var removed =
                jdbc.sql("DELETE FROM membership WHERE unit_id = :unit AND member_id = :member")
                        .param("unit", unit.value())
                        .param("member", member.value())
                        .update();
        return recorded(removed, by, Act.Deed.REMOVED, member);
    }

    private Change recorded(int rows, Officer by, Act.Deed deed, MemberId member) {
        if (rows == 0) {
            return Change.STRANGER;
        }
        var name =
                jdbc.sql("SELECT name FROM member WHERE id = :member")
                        .param("member", member.value())
                        .query(String.class)
                        .single();
        acts.add(by.unitId(), deed, by.member(), name);
        return Change.DONE;
    }

    /// Two administrators who remove each other at the same moment queue up at the unit's row.
    private List<MemberId> lockAdministrators(UnitId unit) {
        jdbc.sql("SELECT id FROM unit WHERE id = :unit FOR UPDATE")
                .param("unit", unit.value())
                .query()
                .listOfRows();
        return in(unit).stream()
                .filter(membership -> membership.roles().contains(Role.ADMINISTRATOR))
                .map(membership -> membership.member().id())
                .toList();
    }

    /// What became of a change.
    public enum Change {
        DONE,
        /// The unit would be left without anyone to administer it.
        LAST_ADMINISTRATOR,
        /// A membership needs at least one role; to end it, remove it.
        NO_ROLE,
        /// The member does not work in this unit.
        STRANGER
    }
}
