package fr.tocsin.delivering;

import fr.tocsin.database.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds transactions of the server right before their end, by triggers that only this database
/// has. A held transaction of a killed server is rolled back when it is let go.
final class EdgesInDatabase {

    private static final int LOCK = 4217;

    private static final String TRIGGERS =
            """
            CREATE FUNCTION hold_claim() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.state = 'claimed' AND NEW.post->'parts'->0->>'text' LIKE 'ORDERED %' THEN
                    PERFORM pg_advisory_xact_lock_shared(4217);
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER hold_claim BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION hold_claim();

            CREATE FUNCTION hold_step() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                edge text := (SELECT split_part(post->'parts'->0->>'text', ' ', 1)
                                FROM delivery WHERE id = NEW.delivery_id);
            BEGIN
                IF (edge = 'CLAIMED' AND TG_OP = 'INSERT')
                   OR (edge = 'ARMING' AND NEW.state = 'armed' AND NEW.position = 0)
                   OR (edge = 'SETTLING' AND NEW.state = 'settled' AND NEW.position = 0)
                   OR (edge = 'BETWEEN' AND NEW.state = 'armed' AND NEW.position = 1)
                THEN
                    PERFORM pg_advisory_xact_lock_shared(4217);
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER hold_step BEFORE INSERT OR UPDATE ON delivery_step
                FOR EACH ROW EXECUTE FUNCTION hold_step();
            """;

    private static final String TAKEDOWN_TRIGGERS =
            """
            CREATE FUNCTION hold_removal() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                edge text := split_part(NEW.post->'parts'->0->>'text', ' ', 1);
            BEGIN
                IF (edge = 'STOPPING' AND TG_OP = 'UPDATE' AND NEW.recalled_at IS NOT NULL
                    AND OLD.recalled_at IS NULL)
                   OR (edge = 'REMOVING' AND TG_OP = 'INSERT' AND NEW.operation = 'delete')
                THEN
                    PERFORM pg_advisory_xact_lock_shared(4217);
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER hold_removal BEFORE INSERT OR UPDATE ON delivery
                FOR EACH ROW EXECUTE FUNCTION hold_removal();

            CREATE FUNCTION hold_removal_step() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                edge text := (SELECT split_part(post->'parts'->0->>'text', ' ', 1)
                                FROM delivery WHERE id = NEW.delivery_id AND operation = 'delete');
            BEGIN
                IF (edge = 'TAKEN' AND TG_OP = 'INSERT')
                   OR (edge = 'ARMING' AND NEW.state = 'armed' AND NEW.position = 0)
                   OR (edge = 'SETTLING' AND NEW.state = 'settled' AND NEW.position = 0)
                   OR (edge = 'BETWEEN' AND NEW.state = 'armed' AND NEW.position = 1)
                THEN
                    PERFORM pg_advisory_xact_lock_shared(4217);
                END IF;
                RETURN NEW;
            END $$;
            DROP TRIGGER hold_step ON delivery_step;
            CREATE TRIGGER hold_removal_step BEFORE INSERT OR UPDATE ON delivery_step
                FOR EACH ROW EXECUTE FUNCTION hold_removal_step();

            CREATE FUNCTION hold_note() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.ending = 'removed'
                   AND (SELECT title FROM takedown WHERE id = NEW.takedown_id) LIKE 'NOTING %'
                THEN
                    PERFORM pg_advisory_xact_lock_shared(4217);
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER hold_note BEFORE UPDATE ON takedown_copy
                FOR EACH ROW EXECUTE FUNCTION hold_note();
            """;

    private final FreshDatabase database;
    private final JdbcClient jdbc;
    private @Nullable Connection holder;

    EdgesInDatabase(FreshDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
        jdbc.sql(TRIGGERS).update();
    }

    /// From now on it holds the edges of takedowns instead.
    void ofTakedowns() {
        jdbc.sql(TAKEDOWN_TRIGGERS).update();
    }

    void hold() throws SQLException {
        holder = database.dataSource().getConnection();
        try (var statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        }
    }

    /// How many transactions stand at an edge.
    int held() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM pg_locks
                         WHERE locktype = 'advisory' AND objid = :lock AND NOT granted
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """)
                .param("lock", LOCK)
                .query(Integer.class)
                .single();
    }

    void release() throws SQLException {
        if (holder != null) {
            holder.close();
            holder = null;
        }
    }
}
