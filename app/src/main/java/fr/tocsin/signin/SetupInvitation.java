package fr.tocsin.signin;

import fr.tocsin.settings.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Prints the way to the set-up page on the console, at every start until somebody goes there.
@Component
public class SetupInvitation {

    private final Setup setup;
    private final Settings settings;

    SetupInvitation(Setup setup, Settings settings) {
        this.setup = setup;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void print() {
        if (setup.needed()) {
            // On the console itself: the code does not belong into log files that are shipped
            // elsewhere.
            System.out.printf(
                    """

                      Nothing is set up yet. Open %s/setup and enter this code:

                          %s

                    """,
                    settings.publicUrl(), setup.newCode());
        }
    }
}
