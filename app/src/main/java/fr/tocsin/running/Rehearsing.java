package fr.tocsin.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Started by the launcher with the argument `rehearse`: opens what a first visitor opens, then
/// leaves, so that Java can write down what it loaded and later starts are quick.
///
/// @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
@Component
class Rehearsing {

    static final String ARGUMENT = "rehearse";

    private static final List<String> VISITED = List.of("/", "/health", "/desk");

    private final ApplicationArguments arguments;

    Rehearsing(ApplicationArguments arguments) {
        this.arguments = arguments;
    }

    @EventListener
    void whenReady(ApplicationReadyEvent event) {
        if (!arguments.getNonOptionArgs().contains(ARGUMENT)) {
            return;
        }
        var context = event.getApplicationContext();
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        VISITED.forEach(path -> visit(URI.create("http://127.0.0.1:" + port + path)));
        System.exit(SpringApplication.exit(context));
    }

    private static void visit(URI page) {
        try (var browser =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
            browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
