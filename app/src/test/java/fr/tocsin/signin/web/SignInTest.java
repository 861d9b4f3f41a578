package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.MovedClock;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@TocsinTest
@Import(MovedClock.InTheServer.class)
class SignInTest {

    static final String PASSWORD = "quatre chevaux sans selle";

    @Autowired ApplicationContext context;
    @Autowired MemberAccess access;
    @Autowired SecondFactor secondFactor;
    @Autowired Members members;
    @Autowired Memberships memberships;
    @Autowired Invitations invitations;
    @Autowired MovedClock clock;
    @LocalServerPort int port;

    Cast cast;
    Browser browser;
    String key;
    List<String> recoveryCodes;

    @BeforeEach
    void aliceHasASecondFactor() {
        clock.forward(Duration.ofHours(1)); // each test begins with forgotten attempts
        cast = Cast.in(context);
        browser = new Browser(port);
        access.setPassword(cast.alice.id(), PASSWORD, null);
        key = secondFactor.begin(cast.alice).key();
        recoveryCodes = secondFactor.confirm(cast.alice.id(), code()).orElseThrow();
        clock.forward(Duration.ofSeconds(30));
    }

    @Test
    void aMemberSignsInWithPasswordAndCodeAndComesBackToWhereTheyWantedToGo() {
        var knock = browser.get("/desk/account");
        assertThat(knock.at()).isEqualTo("/desk/sign-in?to=%2Fdesk%2Faccount");
        var form = browser.get(knock.at());
        var to = form.page().expectFirst("input[name=to]").val();

        var first = browser.post("/desk/sign-in", "email", email(), "password", PASSWORD, "to", to);
        assertThat(first.status()).isEqualTo(303);
        assertThat(first.at()).isEqualTo("/desk/sign-in/code");
        assertThat(browser.get("/desk/account").at()).startsWith("/desk/sign-in");

        browser.get("/desk/sign-in/code");
        var second = browser.post("/desk/sign-in/code", "code", code());
        assertThat(second.at()).isEqualTo("/desk/account");
        assertThat(browser.get("/desk/account").text()).contains(email());
    }

    @Test
    void theEmailMayBeTypedInAnyCase() {
        assertThat(password(email().toUpperCase(Locale.ROOT), PASSWORD).at())
                .isEqualTo("/desk/sign-in/code");
    }

    @Test
    void aCodeCountsOnce() {
        signIn(code());
        var other = new Browser(port);
        var used = signIn(other, code());
        assertThat(used.status()).isEqualTo(422);
        assertThat(used.text()).contains("déjà servi");
        clock.forward(Duration.ofSeconds(30));
        assertThat(other.post("/desk/sign-in/code", "code", code()).status()).isEqualTo(303);
    }

    @Test
    void aCodeOneStepLateIsStillTaken() {
        var code = code();
        clock.forward(Duration.ofSeconds(30));
        assertThat(signIn(code).status()).isEqualTo(303);
        var old = code();
        clock.forward(Duration.ofSeconds(65));
        assertThat(signIn(new Browser(port), old).status()).isEqualTo(422);
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        var code = recoveryCodes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(signIn(code).status()).isEqualTo(303);
        assertThat(signIn(new Browser(port), code).status()).isEqualTo(422);
        assertThat(secondFactor.recoveryCodesLeft(cast.alice.id())).isEqualTo(9);
    }

    @Test
    void anUnknownAccountAnswersLikeAWrongPassword() {
        var wrong = password(email(), "pas le bon mot de passe");
        var unknown = password("personne@tocsin.example", "pas le bon mot de passe");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.page().select(".mistakes").text())
                .isEqualTo(wrong.page().select(".mistakes").text());
        assertThat(unknown.page().expectFirst("#email").val()).isEqualTo("personne@tocsin.example");
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneWaitsToo() {
        for (var i = 0; i < 5; i++) {
            assertThat(password(email(), "faux mot de passe " + i).status()).isEqualTo(422);
        }
        var refused = password(email(), PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("Recommencez dans 15 minutes");
        assertThat(refused.http().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(800L, 901L);
        clock.forward(Duration.ofMinutes(16));
        assertThat(password(email(), PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        for (var i = 0; i < 40; i++) {
            password("nobody" + i + "@tocsin.example", "faux");
        }
        assertThat(password(email(), PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void codesCannotBeGuessed() {
        password(email(), PASSWORD);
        browser.get("/desk/sign-in/code");
        for (var i = 0; i < 5; i++) {
            assertThat(browser.post("/desk/sign-in/code", "code", "00000" + i).status())
                    .isEqualTo(422);
        }
        assertThat(browser.post("/desk/sign-in/code", "code", code()).status()).isEqualTo(429);
    }

    @Test
    void aMemberWithoutSecondFactorCanDoNothingButSetItUp() {
        access.setPassword(cast.bob.id(), PASSWORD, null);
        assertThat(password(cast.bob.email(), PASSWORD).at()).isEqualTo("/desk/second-factor");
        for (var path : List.of("/desk", "/desk/account", cast.desk("/members"))) {
            assertThat(browser.get(path).at()).isEqualTo("/desk/second-factor");
        }
        var page = browser.get("/desk/second-factor");
        assertThat(page.page().select("figure.qr svg path")).isNotEmpty();
        assertThat(browser.get("/desk/second-factor").page().select("#key").text())
                .isEqualTo(page.page().select("#key").text());
        assertThat(browser.post("/desk/second-factor", "code", "000000").status()).isEqualTo(422);
        var shown = Browser.app(page.page().select("#key").text(), clock.instant());
        var codes = browser.post("/desk/second-factor", "code", shown);
        assertThat(codes.page().select(".recovery-codes li")).hasSize(10);
        assertThat(browser.get("/desk").at()).isEqualTo("/desk/" + cast.unit.slug());
    }

    @Test
    void demonstrationMembersNeedNoSecondFactor() {
        var guest = members.add("demo-" + email(), "Dominique Démo", Locale.FRENCH, true);
        memberships.add(cast.unit.id(), guest.id(), Set.of(Role.AUTHOR));
        access.setPassword(guest.id(), PASSWORD, null);
        assertThat(password(guest.email(), PASSWORD).at()).isEqualTo("/desk");
        assertThat(browser.get("/desk").at()).isEqualTo("/desk/" + cast.unit.slug());
    }

    @Test
    void signingInGivesANewSession() {
        browser.get("/desk/sign-in");
        var before = browser.cookie("tocsin");
        assertThat(before).isNotEmpty();
        signIn(code());
        var after = browser.cookie("tocsin");
        assertThat(after).isNotEqualTo(before);
        var thief = new Browser(port);
        thief.plant("tocsin", before);
        assertThat(thief.get("/desk/account").at()).startsWith("/desk/sign-in");
    }

    @Test
    void signingInLeadsToNoOtherServer() {
        for (var to :
                List.of(
                        "//evil.example",
                        "/desk//evil.example",
                        "https://evil.example/desk",
                        "/desk/../evil",
                        "/\\evil.example",
                        "/desk/\\evil",
                        "/deskevil",
                        "javascript:alert(1)")) {
            var page =
                    browser.get(
                            "/desk/sign-in?to="
                                    + java.net.URLEncoder.encode(
                                            to, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(page.page().expectFirst("input[name=to]").val()).isEqualTo("/desk");
        }
    }

    @Test
    void signingOutEndsTheSession() {
        signIn(code());
        var session = browser.cookie("tocsin");
        browser.get("/desk/account");
        assertThat(browser.post("/desk/sign-out").at()).isEqualTo("/desk/sign-in");
        var thief = new Browser(port);
        thief.plant("tocsin", session);
        assertThat(thief.get("/desk/account").at()).startsWith("/desk/sign-in");
    }

    @Test
    void sessionsEndFromAfarAndWithANewPassword() {
        signIn(code());
        clock.forward(Duration.ofSeconds(30));
        var phone = new Browser(port);
        signIn(phone, code());
        var list = browser.get("/desk/account/sessions");
        assertThat(list.page().select(".row")).hasSize(2);
        assertThat(list.text()).contains("Firefox, Android").contains("127.0.0.1");
        assertThat(browser.post(list.page().expectFirst(".row form").attr("action")).status())
                .isEqualTo(303);
        assertThat(phone.get("/desk/account").at()).startsWith("/desk/sign-in");
        assertThat(browser.get("/desk/account").status()).isEqualTo(200);

        clock.forward(Duration.ofSeconds(30));
        signIn(phone, code());
        browser.get("/desk/account");
        var changed =
                browser.post(
                        "/desk/account/password",
                        "current",
                        PASSWORD,
                        "password",
                        "cinq vaches sous la pluie",
                        "again",
                        "cinq vaches sous la pluie");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(phone.get("/desk/account").at()).startsWith("/desk/sign-in");
        assertThat(browser.get("/desk/account").status()).isEqualTo(200);
    }

    @Test
    void someoneElsesSessionCannotBeEnded() {
        signIn(code());
        access.setPassword(cast.charlie.id(), PASSWORD, null);
        var charlies = new Browser(port);
        charlies.plant("tocsin", cast.cookie(cast.charlie).substring("tocsin=".length()));
        var mine = browser.get("/desk/account/sessions");
        charlies.get("/desk/account");
        var handle =
                context.getBean(fr.tocsin.signin.DeskSessions.class)
                        .of(cast.alice.id(), "")
                        .getFirst()
                        .handle();
        charlies.post("/desk/account/sessions/" + handle + "/end");
        assertThat(mine.status()).isEqualTo(200);
        assertThat(browser.get("/desk/account").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsAfterALongDutyHoweverBusy() {
        signIn(code());
        clock.forward(DeskGate.LONGEST.plusMinutes(1));
        assertThat(browser.get("/desk/account").at()).startsWith("/desk/sign-in");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        signIn(code());
        var forged = browser.postAsIs("/desk/account", "name", "Mallory", "language", "en");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(members.find(cast.alice.id()).map(Member::name)).contains("Alice Aubry");
        var stale = new Browser(port).postAsIs("/desk/sign-in", "email", email());
        assertThat(stale.at()).isEqualTo("/desk/sign-in");
    }

    @Test
    void aHiddenFieldCannotChangeTheMethod() {
        signIn(code());
        browser.get("/desk/account");
        assertThat(browser.post("/desk/account/sessions", "_method", "GET").status())
                .isEqualTo(405);
    }

    @Test
    void theDeskSpeaksTheMembersLanguage() {
        members.describe(cast.alice.id(), "Alice Aubry", Locale.ENGLISH);
        signIn(code());
        assertThat(browser.get("/desk/account").text()).contains("My account");
    }

    private String email() {
        return cast.alice.email();
    }

    private String code() {
        return Browser.app(key, clock.instant());
    }

    private Browser.Answer password(String email, String password) {
        browser.get("/desk/sign-in");
        return browser.post("/desk/sign-in", "email", email, "password", password);
    }

    private Browser.Answer signIn(String code) {
        return signIn(browser, code);
    }

    private Browser.Answer signIn(Browser browser, String code) {
        browser.get("/desk/sign-in");
        browser.post("/desk/sign-in", "email", email(), "password", PASSWORD);
        browser.get("/desk/sign-in/code");
        return browser.post("/desk/sign-in/code", "code", code);
    }
}
