package fr.tocsin;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The server: one process that holds the desk, the public site and the delivery workers.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Tocsin {

    /// Without an argument the server runs; with `demo` it runs with the demo in it. What else the
    /// first argument may be is in [CommandLine].
    public static void main(String[] args) {
        var command = CommandLine.run(args);
        if (command.isPresent()) {
            System.exit(command.getAsInt());
        }
        StopLimit.set();
        SpringApplication.run(Tocsin.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
