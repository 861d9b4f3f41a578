package fr.tocsin.demo;

import fr.tocsin.settings.Settings;
import fr.tocsin.signin.Demonstration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// `./tocsin demo`: loads the demonstration unless it is there, and prints who can sign in.
@Component
class DemoAtStart implements ApplicationRunner {

    private final Demo demo;
    private final Settings settings;
    private final MessageSource words;

    DemoAtStart(Demo demo, Settings settings, MessageSource words) {
        this.demo = demo;
        this.settings = settings;
        this.words = words;
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
                                guests.stream().map(this::line).collect(Collectors.joining("\n"))));
    }

    private String line(Demonstration.Guest guest) {
        var roles =
                guest.roles().stream()
                        .sorted()
                        .map(role -> words.getMessage("units.role." + role, null, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
        return "  %-34s %-16s %s (%s)".formatted(guest.email(), guest.name(), guest.unit(), roles);
    }
}
