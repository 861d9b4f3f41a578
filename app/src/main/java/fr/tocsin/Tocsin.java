package fr.tocsin;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The server: one process that holds the desk, the public site and the delivery workers.
@SpringBootApplication
public class Tocsin {

    public static void main(String[] args) {
        SpringApplication.run(Tocsin.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
