package fr.tocsin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// What [TocsinTest] does to the server: its own database, its own data folder.
class TestServer implements EnvironmentPostProcessor, Ordered {

    static final String MARK = "tocsin.test";
    private static final String DATABASE = "tocsin test database";

    @Override
    public int getOrder() {
        return 0; // before the settings are read
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty(MARK, Boolean.class, false)) {
            return;
        }
        var database = TestPostgres.freshDatabase();
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                DATABASE,
                                Map.of(
                                        "TOCSIN_DATABASE_URL", database.url(),
                                        "TOCSIN_DATA", temporaryFolder().toString())));
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("freshDatabase", database));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "data")), "tocsin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each test class begins with empty tables, whatever the one before it left.
    static class EmptyTables implements TestExecutionListener {

        @Override
        public void beforeTestClass(TestContext test) {
            test.getApplicationContext().getBean(FreshDatabase.class).empty();
        }
    }
}
