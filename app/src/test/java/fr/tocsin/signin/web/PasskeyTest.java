package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.settings.Settings;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.MovedClock;
import fr.tocsin.signin.Passkeys;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@TocsinTest
@Import(MovedClock.InTheServer.class)
class PasskeyTest {

    static final String KEYS = "/desk/account/passkeys";

    @Autowired ApplicationContext context;
    @Autowired Passkeys passkeys;
    @Autowired Invitations invitations;
    @Autowired MemberAccess access;
    @Autowired Settings settings;
    @Autowired MovedClock clock;
    @LocalServerPort int port;

    Cast cast;
    Browser alice;
    SoftKey key;

    @BeforeEach
    void aliceHasAPasskey() throws GeneralSecurityException {
        clock.forward(Duration.ofHours(1)); // each test begins with forgotten attempts
        cast = Cast.in(context);
        alice = at(cast.alice);
        key = new SoftKey(settings.publicUrl().toString());
        assertThat(enrol(alice, key, "Téléphone de service").at()).isEqualTo(KEYS);
    }

    @Test
    void aPasskeySignsInAtOnceIntoANewSession() throws GeneralSecurityException {
        var phone = new Browser(port);
        var page = phone.get("/desk/sign-in?to=/desk/account");
        var before = phone.cookie("tocsin");
        var in = signIn(phone, page, key);
        assertThat(in.at()).isEqualTo("/desk/account");
        assertThat(phone.get("/desk/account").text()).contains(cast.alice.email());
        assertThat(phone.cookie("tocsin")).isNotEqualTo(before);
        var thief = new Browser(port);
        thief.plant("tocsin", before);
        assertThat(thief.get("/desk/account").at()).startsWith("/desk/sign-in");
        assertThat(phone.get("/desk/account/sessions").text()).contains("Clé d’accès");
        assertThat(phone.get(KEYS).text()).contains("dernière utilisation");
    }

    @Test
    void anAnswerCountsOnce() throws GeneralSecurityException {
        var phone = new Browser(port);
        var page = phone.get("/desk/sign-in");
        var answer = key.get(question(page));
        assertThat(phone.post("/desk/sign-in/passkey", "answer", answer).status()).isEqualTo(303);
        var other = new Browser(port);
        other.get("/desk/sign-in");
        assertThat(other.post("/desk/sign-in/passkey", "answer", answer).status()).isEqualTo(422);
    }

    @Test
    void aCopiedKeyIsNoticedByItsCount() throws GeneralSecurityException {
        assertThat(signIn(key).status()).isEqualTo(303);
        assertThat(signIn(key).status()).isEqualTo(303);
        key.count = 0;
        assertThat(signIn(key).status()).isEqualTo(422);
    }

    @Test
    void aDeviceThatDoesNotVerifyItsUserIsRefused() throws GeneralSecurityException {
        key.verifiesItsUser = false;
        assertThat(signIn(key).status()).isEqualTo(422);
        var careless = new SoftKey(settings.publicUrl().toString());
        careless.verifiesItsUser = false;
        assertThat(enrol(alice, careless, "Clé").status()).isEqualTo(422);
        assertThat(passkeys.of(cast.alice.id())).hasSize(1);
    }

    @Test
    void aFalsePageGetsNothing() throws GeneralSecurityException {
        key.origin = "https://tocsin.evil.example";
        assertThat(signIn(key).status()).isEqualTo(422);
    }

    @Test
    void anUnknownKeyAndNonsenseAnswerAlike() throws GeneralSecurityException {
        var stranger = new SoftKey(settings.publicUrl().toString());
        assertThat(signIn(stranger).status()).isEqualTo(422);
        var phone = new Browser(port);
        phone.get("/desk/sign-in");
        for (var nonsense :
                new String[] {
                    "",
                    "{}",
                    "[]",
                    "null",
                    "x".repeat(10_000),
                    "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"AA\"}}",
                    "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":"
                            + "\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
                }) {
            assertThat(phone.post("/desk/sign-in/passkey", "answer", nonsense).status())
                    .isEqualTo(422);
        }
    }

    @Test
    void guessingIsSlowedDown() throws GeneralSecurityException {
        var stranger = new SoftKey(settings.publicUrl().toString());
        for (var i = 0; i < 10; i++) {
            assertThat(signIn(stranger).status()).isEqualTo(422);
        }
        assertThat(signIn(stranger).status()).isEqualTo(429);
        assertThat(signIn(key).status()).isEqualTo(303);
    }

    @Test
    void aPasskeyConfirmsAGraveAct() throws GeneralSecurityException {
        var bobs = new SoftKey(settings.publicUrl().toString());
        enrol(at(cast.bob), bobs, "Bureau");
        clock.forward(Duration.ofMinutes(6));
        var bob = at(cast.bob, false);
        bob.get(cast.desk("/accounts/new/bluesky"));
        var asked = connect(bob);
        assertThat(asked.status()).isEqualTo(403);
        var others = connect(bob, "proof-passkey", key.get(question(asked)));
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.page().select("#handle")).isEmpty();
        var done = connect(bob, "proof-passkey", bobs.get(question(others)));
        assertThat(done.page().expectFirst("#handle").val()).isEqualTo("sdis86.bsky.social");
    }

    @Test
    void addingAndRemovingAskAgain() throws GeneralSecurityException {
        var open = at(cast.alice, false);
        open.get(KEYS);
        assertThat(open.post(KEYS + "/new").status()).isEqualTo(403);
        var id = passkeys.of(cast.alice.id()).getFirst().id();
        assertThat(open.post(KEYS + "/" + id + "/removal").status()).isEqualTo(403);
        assertThat(passkeys.of(cast.alice.id())).hasSize(1);
    }

    @Test
    void aKeyIsRenamedAndRemovedByItsOwnerOnly() {
        var id = passkeys.of(cast.alice.id()).getFirst().id();
        var charlie = at(cast.charlie);
        charlie.get(KEYS);
        assertThat(charlie.post(KEYS + "/" + id + "/name", "name", "Volée").status())
                .isEqualTo(404);
        assertThat(charlie.post(KEYS + "/" + id + "/removal").status()).isEqualTo(404);

        alice.get(KEYS);
        assertThat(alice.post(KEYS + "/" + id + "/name", "name", " ").status()).isEqualTo(422);
        alice.post(KEYS + "/" + id + "/name", "name", "Vieux téléphone");
        assertThat(alice.get(KEYS).text()).contains("Vieux téléphone");
        alice.post(KEYS + "/" + id + "/removal");
        assertThat(passkeys.of(cast.alice.id())).isEmpty();
    }

    @Test
    void aKeyCannotBeAddedTwice() throws GeneralSecurityException {
        assertThat(enrol(at(cast.charlie), key, "La même").status()).isEqualTo(422);
        assertThat(passkeys.of(cast.charlie.id())).isEmpty();
    }

    @Test
    void aLostPhoneTakesItsPasskeysAlong() throws GeneralSecurityException {
        var link = invitations.reset(cast.officer(cast.bob), cast.alice.id(), true).orElseThrow();
        access.reset(link.token(), "quatre chevaux sans selle");
        assertThat(signIn(key).status()).isEqualTo(422);
    }

    private Browser at(Member member) {
        return at(member, true);
    }

    private Browser at(Member member, boolean confirmed) {
        var browser = new Browser(port);
        var cookie = cast.cookie(member);
        if (!confirmed) {
            clock.forward(Duration.ofMinutes(6));
        }
        browser.plant("tocsin", cookie.substring("tocsin=".length()));
        return browser;
    }

    private static Browser.Answer enrol(Browser browser, SoftKey device, String name)
            throws GeneralSecurityException {
        var page = browser.get(KEYS);
        return browser.post(KEYS, "name", name, "answer", device.create(question(page)));
    }

    private Browser.Answer signIn(SoftKey device) throws GeneralSecurityException {
        var browser = new Browser(port);
        return signIn(browser, browser.get("/desk/sign-in"), device);
    }

    private static Browser.Answer signIn(Browser browser, Browser.Answer page, SoftKey device)
            throws GeneralSecurityException {
        var to = page.page().expectFirst("#passkey input[name=to]").val();
        var answer = device.get(question(page));
        return browser.post("/desk/sign-in/passkey", "answer", answer, "to", to);
    }

    private Browser.Answer connect(Browser who, String... proof) {
        var fields = new java.util.ArrayList<String>();
        fields.addAll(java.util.List.of("handle", "sdis86.bsky.social", "password", ""));
        fields.addAll(java.util.List.of(proof));
        return who.post(cast.desk("/accounts/new/bluesky"), fields.toArray(String[]::new));
    }

    private static String question(Browser.Answer page) {
        return page.page().expectFirst("[data-passkey]").attr("data-question");
    }
}
