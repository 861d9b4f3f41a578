package fr.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.settings.Settings;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@TocsinTest
@TestPropertySource(properties = "TOCSIN_WORKERS=7")
class ServerTest {

    @Autowired private Settings settings;
    @Autowired private DataSource dataSource;
    @Autowired private FreshDatabase fresh;

    @Test
    void runsOnADatabaseOfItsOwn() {
        var name =
                JdbcClient.create(dataSource)
                        .sql("SELECT current_database()")
                        .query()
                        .singleValue();

        assertThat(settings.databaseUrl()).contains(fresh.url());
        assertThat(name.toString()).startsWith("test_");
    }

    @Test
    void takesSettingsFromTheTest() {
        assertThat(settings.workers()).isEqualTo(7);
    }
}
