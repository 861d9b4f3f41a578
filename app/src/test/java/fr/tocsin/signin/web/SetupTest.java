package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.MovedClock;
import fr.tocsin.signin.Setup;
import fr.tocsin.units.Units;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@TocsinTest
@Import(MovedClock.InTheServer.class)
class SetupTest {

    static final String PASSWORD = "quatre chevaux sans selle";

    @Autowired Setup setup;
    @Autowired Units units;
    @Autowired FreshDatabase database;
    @Autowired MovedClock clock;
    @LocalServerPort int port;

    Browser browser;
    String code;

    @BeforeEach
    void nothingIsSetUp() {
        database.empty();
        clock.forward(Duration.ofHours(1));
        browser = new Browser(port);
        code = setup.newCode();
    }

    @Test
    void theFirstVisitLeadsToTheSetUpPageAndToASecondFactor() {
        assertThat(browser.get("/").at()).isEqualTo("/setup");
        assertThat(browser.get("/desk").at()).isEqualTo("/desk/sign-in");
        assertThat(browser.get("/desk/sign-in").at()).isEqualTo("/setup");
        enter(browser);
        assertThat(first(browser, "claire").at()).isEqualTo("/desk/second-factor");
        assertThat(units.bySlug("gendarmerie-de-la-vienne")).isPresent();
        assertThat(new Browser(port).get("/setup").at()).isEqualTo("/desk");
    }

    @Test
    void withoutTheCodeNothingCanBeSetUp() {
        browser.get("/setup");
        assertThat(browser.post("/setup", "code", "AAAA-BBBB-CCCC").status()).isEqualTo(422);
        assertThat(browser.get("/setup/unit").at()).isEqualTo("/setup");
        assertThat(first(browser, "mallory").at()).isEqualTo("/setup");
        assertThat(units.none()).isTrue();
    }

    @Test
    void theCodeCannotBeGuessed() {
        browser.get("/setup");
        for (var i = 0; i < 5; i++) {
            browser.post("/setup", "code", "AAAA-BBBB-CCC" + i);
        }
        assertThat(browser.post("/setup", "code", code).status()).isEqualTo(429);
    }

    @Test
    void aNewStartMakesTheFormerCodeWorthless() {
        enter(browser);
        setup.newCode();
        assertThat(first(browser, "claire").at()).isEqualTo("/setup");
        assertThat(units.none()).isTrue();
    }

    @Test
    void ofTwoBrowsersOneWins() {
        var both =
                List.of("claire", "david").stream()
                        .map(name ->
                                CompletableFuture.supplyAsync(() -> setup.begin(code, first(name))))
                        .toList();
        assertThat(both.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(1);
        assertThat(units.all()).hasSize(1);
    }

    @Test
    void whatWasTypedIsKeptWhenSomethingIsMissing() {
        enter(browser);
        var page = browser.post("/setup/unit", "unitName", "Mon unité", "name", "Claire");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#unitName").val()).isEqualTo("Mon unité");
        assertThat(page.page().select(".mistakes li")).hasSize(3); // place, e-mail, password
    }

    private void enter(Browser browser) {
        browser.get("/setup");
        assertThat(browser.post("/setup", "code", code.toLowerCase(Locale.ROOT)).at())
                .isEqualTo("/setup/unit");
        browser.get("/setup/unit");
    }

    private static Browser.Answer first(Browser browser, String name) {
        return browser.post(
                "/setup/unit",
                "unitName",
                "Gendarmerie de la Vienne",
                "service",
                "GENDARMERIE",
                "place",
                "Vienne",
                "name",
                name,
                "email",
                name + "@tocsin.example",
                "password",
                PASSWORD,
                "again",
                PASSWORD);
    }

    private static Setup.First first(String name) {
        return new Setup.First(
                "unit-" + name,
                "Unité",
                fr.tocsin.units.Unit.Service.POLICE,
                "Poitiers",
                "",
                name,
                name + "@tocsin.example",
                PASSWORD,
                Locale.FRENCH);
    }
}
