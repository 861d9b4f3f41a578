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
        var jdbc = JdbcClient.create(source);
        var configuration = new MediaConfiguration();
        return new Media(
                new MediaItems(jdbc),
                new Edits(jdbc),
                configuration.mediaArchive(settings, configuration.darkroom()),
                TransactionOperations.withoutTransaction(),
                configuration.moving(),
                List.of(),
                Clock.systemUTC());
    }
}
