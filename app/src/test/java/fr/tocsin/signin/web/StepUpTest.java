package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.MovedClock;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Grave acts ask again who is there, and lose nothing by it.
@TocsinTest
@Import(MovedClock.InTheServer.class)
class StepUpTest {

    static final String PASSWORD = "quatre chevaux sans selle";

    @Autowired ApplicationContext context;
    @Autowired MemberAccess access;
    @Autowired SecondFactor secondFactor;
    @Autowired Members members;
    @Autowired Memberships memberships;
    @Autowired MovedClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @LocalServerPort int port;

    Cast cast;
    Browser browser;
    String key;
    List<String> recoveryCodes;

    @BeforeEach
    void bobSignsInWithPasswordAndCode() {
        clock.forward(Duration.ofHours(1)); // each test begins with forgotten attempts
        cast = Cast.in(context);
        browser = new Browser(port);
        access.setPassword(cast.bob.id(), PASSWORD, null);
        key = secondFactor.begin(cast.bob).key();
        recoveryCodes = secondFactor.confirm(cast.bob.id(), code()).orElseThrow();
        clock.forward(Duration.ofSeconds(30));
        browser.get("/desk/sign-in");
        browser.post("/desk/sign-in", "email", cast.bob.email(), "password", PASSWORD);
        browser.get("/desk/sign-in/code");
        browser.post("/desk/sign-in/code", "code", code());
        clock.forward(Duration.ofSeconds(30));
    }

    @Test
    void everyGraveActAsksAgain() {
        var grave =
                routes.getHandlerMethods().entrySet().stream()
                        .filter(route ->
                                route.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .contains(RequestMethod.POST))
                        .filter(route ->
                                route.getKey().getPatternValues().stream()
                                        .anyMatch(path ->
                                                path.matches(
                                                        ".*/(emergency|takedowns?|accounts/new/[^/]+)")))
                        .toList();
        assertThat(grave).hasSizeGreaterThanOrEqualTo(2);
        assertThat(grave).allMatch(route -> route.getValue().hasMethodAnnotation(AsksAgain.class));
    }

    @Test
    void publishingInAnEmergencyAsksForTheCodeAndThenPublishesWhatWasTyped() {
        var edit = draft();
        var typed = fields(browser.get(edit).page().expectFirst("#composer"));
        put(typed, "title", "Évacuation de Vouillé");
        put(typed, "text", "Quittez Vouillé par le sud : « n’attendez pas » & <vite>.");
        put(typed, "reason", "Le feu avance\r\nvers l’école.");

        var question = browser.post(edit.replace("/edit", "/emergency"), array(typed));
        assertThat(question.status()).isEqualTo(403);
        assertThat(question.text()).contains("Publier sans validation");
        assertThat(browser.get(cast.desk("/reviews")).text()).doesNotContain("Évacuation");

        var form = question.page().expectFirst("main form");
        assertThat(form.attr("action")).isEqualTo(edit.replace("/edit", "/emergency"));
        var again = fields(form);
        put(again, "proof", "000000");
        var wrong = browser.post(form.attr("action"), array(again));
        assertThat(wrong.status()).isEqualTo(422);

        var last = fields(wrong.page().expectFirst("main form"));
        assertThat(without(last, "proof", "proof-on-paper")).isEqualTo(typed);
        put(last, "proof", code());
        var done = browser.post(form.attr("action"), array(last));
        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get(cast.desk("/reviews")).text())
                .contains("Évacuation de Vouillé")
                .contains("Le feu avance");
        assertThat(browser.get(done.at()).text()).contains("« n’attendez pas » & <vite>.");
    }

    @Test
    void aProofIsEnoughForFiveMinutes() {
        assertThat(connect().status()).isEqualTo(403);
        var mistaken = connect("proof", code());
        assertThat(mistaken.status()).isEqualTo(422);
        assertThat(mistaken.page().expectFirst("#handle").val()).isEqualTo("sdis86.bsky.social");
        clock.forward(Duration.ofMinutes(4));
        assertThat(connect().status()).isEqualTo(422);
        clock.forward(Duration.ofMinutes(2));
        assertThat(connect().status()).isEqualTo(403);
    }

    @Test
    void aProofIsGoodForItsSessionOnly() {
        connect("proof", code());
        clock.forward(Duration.ofSeconds(30));
        var other = new Browser(port);
        other.get("/desk/sign-in");
        other.post("/desk/sign-in", "email", cast.bob.email(), "password", PASSWORD);
        other.get("/desk/sign-in/code");
        other.post("/desk/sign-in/code", "code", code());
        other.get(cast.desk("/accounts/new/bluesky"));
        assertThat(connect(other).status()).isEqualTo(403);
    }

    @Test
    void aCodeThatSignedInDoesNotConfirm() {
        connect("proof", code());
        clock.forward(Duration.ofMinutes(6));
        var used = code();
        assertThat(connect("proof", used).status()).isEqualTo(422);
        clock.forward(Duration.ofMinutes(6));
        assertThat(connect("proof", used).page().select("#proof")).isNotEmpty();
    }

    @Test
    void aCodeOnPaperConfirmsOnce() {
        var code = recoveryCodes.getFirst();
        assertThat(connect("proof", "", "proof-on-paper", code).page().select("#handle"))
                .isNotEmpty();
        clock.forward(Duration.ofMinutes(6));
        assertThat(connect("proof-on-paper", code).page().select("#handle")).isEmpty();
    }

    @Test
    void proofsCannotBeGuessed() {
        for (var i = 0; i < 5; i++) {
            assertThat(connect("proof", "00000" + i).page().select("#handle")).isEmpty();
        }
        assertThat(connect("proof", code()).status()).isEqualTo(429);
    }

    @Test
    void aDemonstrationMemberConfirmsWithThePassword() {
        var guest = members.add("demo-" + cast.bob.email(), "Dominique Démo", Locale.FRENCH, true);
        memberships.add(cast.unit.id(), guest.id(), Set.of(Role.ADMINISTRATOR));
        access.setPassword(guest.id(), PASSWORD, null);
        browser = new Browser(port);
        browser.get("/desk/sign-in");
        browser.post("/desk/sign-in", "email", guest.email(), "password", PASSWORD);
        assertThat(connect().page().select("input[type=password]#proof")).hasSize(1);
        assertThat(connect("proof", "faux").text()).contains("il ne convient pas");
        assertThat(connect("proof", PASSWORD).page().select("#handle")).isNotEmpty();
    }

    @Test
    void aStrangerToTheUnitIsNotEvenAsked() {
        var charlie = signedIn(cast.charlie);
        charlie.get("/desk/account");
        assertThat(connect(charlie).status()).isEqualTo(404);
    }

    private Browser signedIn(Member member) {
        access.setPassword(member.id(), PASSWORD, null);
        var hers = secondFactor.begin(member).key();
        secondFactor.confirm(member.id(), Browser.app(hers, clock.instant()));
        clock.forward(Duration.ofSeconds(30));
        var other = new Browser(port);
        other.get("/desk/sign-in");
        other.post("/desk/sign-in", "email", member.email(), "password", PASSWORD);
        other.get("/desk/sign-in/code");
        other.post("/desk/sign-in/code", "code", Browser.app(hers, clock.instant()));
        return other;
    }

    private String draft() {
        browser.get(cast.desk("/publications"));
        return browser.post(cast.desk("/publications"), "kind", "alert").at();
    }

    private Browser.Answer connect(String... proof) {
        browser.get(cast.desk("/accounts/new/bluesky"));
        return connect(browser, proof);
    }

    private Browser.Answer connect(Browser who, String... proof) {
        var fields = new ArrayList<>(List.of("handle", "sdis86.bsky.social", "password", ""));
        fields.addAll(List.of(proof));
        return who.post(cast.desk("/accounts/new/bluesky"), array(fields));
    }

    private String code() {
        return Browser.app(key, clock.instant());
    }

    /// Names and values, as a browser sends them; without the token, which [Browser] adds.
    private static List<String> fields(Element form) {
        var fields = new ArrayList<String>();
        ((FormElement) form)
                .formData().stream()
                        .filter(field -> !field.key().equals("_csrf"))
                        .forEach(field -> fields.addAll(List.of(field.key(), field.value())));
        return fields;
    }

    private static void put(List<String> fields, String name, String value) {
        for (var i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals(name)) {
                fields.set(i + 1, value);
                return;
            }
        }
        fields.addAll(List.of(name, value));
    }

    private static List<String> without(List<String> fields, String... names) {
        var rest = new ArrayList<String>();
        for (var i = 0; i < fields.size(); i += 2) {
            if (!List.of(names).contains(fields.get(i))) {
                rest.addAll(List.of(fields.get(i), fields.get(i + 1)));
            }
        }
        return rest;
    }

    private static String[] array(List<String> fields) {
        return fields.toArray(String[]::new);
    }
}
