package fr.tocsin.demo;

import fr.tocsin.settings.Settings;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// `./tocsin demo`: loads the demonstration unless it is there, and prints who can sign in.
@Component
class DemoAtStart implements ApplicationRunner {

    private final Demo demo;
    private final Settings settings;

    DemoAtStart(Demo demo, Settings settings) {
        this.demo = demo;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.getNonOptionArgs().contains("demo")) {
            return;
        }
        demo.load();
        var guests = demo.guests();
        System.out.println(
                """

                The demonstration is ready.
                  Public site   %1$s/
                  Desk          %1$s/desk

                Everybody's password: %2$s
                %3$s
                """
                        .formatted(
                                settings.publicUrl(),
                                guests.getFirst().password(),
                                guests.stream()
                                        .map(guest ->
                                                "  %-34s %-16s %s (%s)"
                                                        .formatted(
                                                                guest.email(),
                                                                guest.name(),
                                                                guest.unit(),
                                                                guest.roles().stream()
                                                                        .map(role ->
                                                                                role.name()
                                                                                        .toLowerCase(
                                                                                                java
                                                                                                        .util
                                                                                                        .Locale
                                                                                                        .ROOT))
                                                                        .sorted()
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        ", "))))
                                        .collect(Collectors.joining("\n"))));
    }
}
