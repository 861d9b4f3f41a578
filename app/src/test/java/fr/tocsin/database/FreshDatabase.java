package fr.tocsin.database;

import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of one test.
///
/// @param url with user and password, usable as `TOCSIN_DATABASE_URL`
public record FreshDatabase(String url, DataSource dataSource) {

    /// Past the triggers of what is only ever added to; each call has a connection of its own.
    private static final String ANYWAY = "SET session_replication_role = replica; ";

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /// Back to what the migrations leave: every table that they left empty is empty again.
    public void empty() {
        var tables =
                TestPostgres.tables(dataSource).stream()
                        .filter(table -> !TestPostgres.seeded().contains(table))
                        .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            var patient = new RetryTemplate(RetryPolicy.withMaxRetries(5)); // workers may lock them
            patient.invoke(() -> jdbc().sql(ANYWAY + "TRUNCATE " + tables + " CASCADE").update());
        }
    }
}
