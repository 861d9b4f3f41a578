package fr.tocsin.secrets;

import org.springframework.jdbc.core.simple.JdbcClient;

/// A known text, sealed in the database with the installation's key: tells at start whether key and
/// database belong together.
record SecretCheck(JdbcClient jdbc) {

    private static final String CONTEXT = "check";

    /// Whether this database has ever seen a key.
    boolean exists() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM secret_check)").query(Boolean.class).single();
    }

    /// Whether these are the secrets of this database; a database without a key takes this one.
    boolean accepts(Secrets secrets) {
        jdbc.sql("INSERT INTO secret_check (sealed) VALUES (:sealed) ON CONFLICT DO NOTHING")
                .param("sealed", secrets.seal("tocsin", CONTEXT))
                .update();
        var sealed = jdbc.sql("SELECT sealed FROM secret_check").query(byte[].class).single();
        try {
            secrets.open(sealed, CONTEXT);
            return true;
        } catch (UnopenableSecret e) {
            return false;
        }
    }
}
