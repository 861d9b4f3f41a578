package fr.tocsin.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// How this module's rows become its records.
final class Rows {

    private Rows() {}

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                Unit.Service.valueOf(row.getString("service")),
                row.getString("place"),
                row.getString("contact"),
                row.getBoolean("demo"));
    }

    static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Locale.of(row.getString("language")),
                row.getBoolean("demo"));
    }

    static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(member(row, number), roles(row));
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("roles").getArray())
                .map(role -> Role.valueOf((String) role))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }
}
