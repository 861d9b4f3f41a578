package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;

import fr.tocsin.units.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has a draft open right now.
@Component
class Presences {

    /// Editors call every five seconds; three missed calls and one is gone.
    static final Duration GONE_AFTER = Duration.ofSeconds(16);

    private final JdbcClient jdbc;

    Presences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return the names of the others who are here
    List<String> here(PublicationId publication, Officer officer, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO publication_presence (publication_id, member_id, name, seen_at)
                        VALUES (:publication, :member, :name, :now)
                        ON CONFLICT (publication_id, member_id)
                        DO UPDATE SET seen_at = excluded.seen_at, name = excluded.name
                        """)
                .param("publication", publication.value())
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("now", at(now))
                .update();
        return jdbc.sql(
                        """
                        SELECT name FROM publication_presence
                         WHERE publication_id = :publication AND member_id <> :member AND seen_at > :since
                         ORDER BY name
                        """)
                .param("publication", publication.value())
                .param("member", officer.member().value())
                .param("since", at(now.minus(GONE_AFTER)))
                .query(String.class)
                .list();
    }
}
