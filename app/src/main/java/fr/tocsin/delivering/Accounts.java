package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts of the units, without their secrets.
@Repository
class Accounts {

    static final String COLUMNS =
            """
            a.id AS account_id, a.unit_id, a.network, a.handle, a.display_name, a.server, a.remote_id, a.limits,
            a.state AS account_state
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Account> of(UnitId unit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM account a
                                 WHERE a.unit_id = :unit AND a.state <> 'removed'
                                 ORDER BY a.network <> 'site', a.network, a.created_at
                                """)
                .param("unit", unit.value())
                .query(Accounts::account)
                .list();
    }

    Optional<Account> find(UnitId unit, AccountId account) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM account a
                                 WHERE a.unit_id = :unit AND a.id = :account AND a.state <> 'removed'
                                """)
                .param("unit", unit.value())
                .param("account", account.value())
                .query(Accounts::account)
                .optional();
    }

    /// For deliveries that outlive their account.
    Account withRemoved(UnitId unit, AccountId account) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + "FROM account a WHERE a.unit_id = :unit AND a.id = :account")
                .param("unit", unit.value())
                .param("account", account.value())
                .query(Accounts::account)
                .single();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("account_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new Network(row.getString("network")),
                row.getString("handle"),
                row.getString("display_name"),
                URI.create(row.getString("server")),
                row.getString("remote_id"),
                Snapshots.limits(row.getString("limits")),
                Account.State.valueOf(row.getString("account_state").toUpperCase(Locale.ROOT)));
    }
}
