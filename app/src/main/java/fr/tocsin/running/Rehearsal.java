package fr.tocsin.running;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Rehearses the start once, in a second process beside the running server, so that Java can write
/// down what it loads and later starts are quick.
///
/// Nothing depends on it: without the cache the server starts all the same, only slower.
///
/// @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
@Component
class Rehearsal {

    static final String ARGUMENT = "rehearse";

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final @Nullable Path cache;
    private volatile @Nullable Process process;

    /// @param cache where the launcher wants the cache; empty for none
    Rehearsal(@Value("${tocsin.cache:}") String cache) {
        this.cache = cache.isEmpty() ? null : Path.of(cache).toAbsolutePath();
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        if (cache != null && !Files.exists(cache)) {
            Thread.ofVirtual().name("rehearsal").start(() -> rehearse(cache));
        }
    }

    @PreDestroy
    void stop() {
        var rehearsing = process;
        if (rehearsing != null) {
            rehearsing.descendants().forEach(ProcessHandle::destroyForcibly);
            rehearsing.destroyForcibly();
        }
    }

    private void rehearse(Path cache) {
        var stage = cache.resolveSibling("rehearsal");
        try {
            FileSystemUtils.deleteRecursively(stage);
            Files.createDirectory(stage);
            var written = stage.resolve("cache");
            var rehearsing = start(stage, command(written));
            process = rehearsing;
            if (rehearsing.waitFor() == 0 && Files.exists(written)) {
                Files.move(written, cache);
                LOG.info("Later starts will be quick");
            }
        } catch (IOException e) {
            LOG.info("Later starts stay as slow as this one: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process = null;
            delete(stage);
        }
    }

    private static Process start(Path stage, List<String> command) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(stage.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("TOCSIN_"));
        environment.put("TOCSIN_PORT", "0");
        environment.put("TOCSIN_DATA", stage.resolve("data").toString());
        return builder.start();
    }

    /// The same Java, options and classes as ours, which the cache must match.
    private static List<String> command(Path written) {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("--"))
                .forEach(command::add);
        command.add("-XX:AOTCacheOutput=" + written);
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), ARGUMENT));
        return command;
    }

    private static void delete(Path stage) {
        try {
            FileSystemUtils.deleteRecursively(stage);
        } catch (IOException e) {
            LOG.info("{} stays behind: {}", stage, e.toString());
        }
    }
}
