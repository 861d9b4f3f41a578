package fr.tocsin.media;

import fr.tocsin.settings.Settings;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The pictures for commands at the terminal, which only read.
public final class MediaAtHand {

    private MediaAtHand() {}

    public static Media of(DataSource source, Settings settings) {
        return new Media(
                new MediaItems(JdbcClient.create(source)),
                new MediaConfiguration().mediaArchive(settings),
                TransactionOperations.withoutTransaction(),
                List.of(),
                Clock.systemUTC());
    }
}
