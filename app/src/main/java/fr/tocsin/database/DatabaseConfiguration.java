package fr.tocsin.database;

import com.zaxxer.hikari.HikariDataSource;
import fr.tocsin.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DatabaseConfiguration {

    @Bean
    Database database(Settings settings) {
        return Database.open(settings);
    }

    /// Closed by the [Database] that it comes from.
    @Bean(destroyMethod = "")
    HikariDataSource dataSource(Database database) {
        return database.connections();
    }
}
