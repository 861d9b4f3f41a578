package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.Identities;
import fr.tocsin.signin.web.IdentityPeer.Visitor;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Signing in by a real identity provider (OpenID Connect Core 1.0).
@ExtendWith(ProviderTest.Running.class)
@TocsinTest
@TestPropertySource(
        properties = {
            "TOCSIN_PUBLIC_URL=http://localhost:8080",
            "TOCSIN_OIDC_CLIENT=tocsin",
            "TOCSIN_OIDC_NAME=ProConnect",
            "TOCSIN_OIDC_SCOPES=openid given_name usual_name siret uid",
            "TOCSIN_OIDC_ACR=eidas2 eidas3",
            "TOCSIN_OUTBOUND_ALLOW=127.0.0.1"
        })
class ProviderTest {

    private static final IdentityPeer PEER = IdentityPeer.start("http://localhost:8080");

    @Autowired ApplicationContext context;
    @Autowired Identities identities;
    @Autowired Invitations invitations;
    @Autowired Members members;
    @LocalServerPort int port;

    Cast cast;
    Browser browser;
    Visitor visitor;
    String camille;

    @BeforeEach
    void meet() {
        cast = Cast.in(context);
        browser = new Browser(port);
        visitor = new Visitor();
        camille = "camille-" + cast.unit.slug();
    }

    @Test
    void anInvitedPersonAcceptsWithoutAPasswordAndSignsInAgain() {
        var link = invite("camille@" + cast.unit.slug() + ".example", Role.AUTHOR);
        var page = browser.get(link);
        assertThat(page.text()).contains("Accepter avec ProConnect");
        var before = browser.cookie("tocsin");
        var in = comeBack(link + "/oidc", "eidas2");
        assertThat(in.at()).isEqualTo("/desk");
        assertThat(browser.cookie("tocsin")).isNotEqualTo(before);
        assertThat(browser.get("/desk").at()).isEqualTo("/desk/" + cast.unit.slug());
        var account = browser.get("/desk/account");
        assertThat(account.page().select("#name").val()).isEqualTo("Camille Durand " + camille);
        assertThat(account.page().select("#current")).isEmpty();
        assertThat(browser.get("/desk/account/sessions").text()).contains("Fournisseur d’identité");
        assertThat(new Browser(port).get(link).status()).isEqualTo(410);

        browser = new Browser(port);
        assertThat(browser.get("/desk/sign-in").text()).contains("Se connecter avec ProConnect");
        assertThat(comeBack("/desk/sign-in/oidc?to=/desk/account", "eidas3").at())
                .isEqualTo("/desk/account");
        assertThat(browser.get("/desk/account").status()).isEqualTo(200);
    }

    @Test
    void anIdentityOpensNothingThatItWasNotGiven() {
        camille = cast.alice.email();
        assertThat(comeBack("/desk/sign-in/oidc", "eidas2").at()).isEqualTo("/desk/sign-in");
        assertThat(browser.get("/desk/sign-in").text()).contains("n’ouvre aucun compte ici");
        assertThat(browser.get("/desk/account").at()).startsWith("/desk/sign-in");
    }

    @Test
    void anInvitationOfAMemberIsNotTakenOverByAnotherIdentity() {
        var link = invite(cast.charlie.email(), Role.AUTHOR);
        assertThat(browser.get(link).page().select("a[href$=/oidc]")).isEmpty();
        assertThat(comeBack(link + "/oidc", "eidas2").at()).isEqualTo(link);
        assertThat(identities.linked(cast.charlie.id(), PEER.issuer)).isFalse();
        assertThat(browser.get("/desk/account").at()).startsWith("/desk/sign-in");
    }

    @Test
    void aLevelThatIsTooLowIsRefused() {
        linked(cast.alice);
        browser = new Browser(port);
        visitor = new Visitor(); // who is not signed in there any more
        assertThat(comeBack("/desk/sign-in/oidc", "eidas1").at()).isEqualTo("/desk/sign-in");
        assertThat(browser.get("/desk/sign-in").text()).contains("sans le niveau de garantie");
        assertThat(browser.get("/desk/account").at()).startsWith("/desk/sign-in");
    }

    @Test
    void aReturnCountsOnceAndInItsOwnBrowserOnly() {
        linked(cast.alice);
        browser = new Browser(port);
        var back = visitor.go(browser.get("/desk/sign-in/oidc").at(), camille, "eidas2");
        var other = new Browser(port);
        other.get("/desk/sign-in/oidc");
        assertThat(other.get(back).at()).isEqualTo("/desk/sign-in");
        assertThat(other.get("/desk/sign-in").text()).contains("n’est pas valable");
        assertThat(browser.get(back).at()).isEqualTo("/desk");
        assertThat(browser.get(back).at()).isEqualTo("/desk/sign-in");
        assertThat(browser.get("/desk/account").status()).isEqualTo(200);
    }

    @Test
    void aNewKeyOfTheProviderIsLearnt() {
        linked(cast.alice);
        PEER.rotateKeys();
        browser = new Browser(port);
        assertThat(comeBack("/desk/sign-in/oidc", "eidas2").at()).isEqualTo("/desk");
    }

    @Test
    void anIdentityOpensOneAccountOnly() {
        linked(cast.alice);
        browser = at(cast.charlie);
        comeBack("/desk/account/identity/departure", "eidas2");
        assertThat(browser.get("/desk/account").text()).contains("ouvre déjà un autre compte");
        assertThat(identities.linked(cast.charlie.id(), PEER.issuer)).isFalse();
    }

    @Test
    void linkingAndUnlinkingAskAgain() {
        var alice = at(cast.alice);
        assertThat(alice.get("/desk/account").text()).contains("n’ouvre pas encore ce compte");
        assertThat(alice.post("/desk/account/identity").at()).isEqualTo("/desk/account/identity");
        linked(cast.alice);
        browser.get("/desk/account");
        browser.post("/desk/account/identity/removal");
        assertThat(browser.get("/desk/account").text()).contains("seul moyen");
        assertThat(identities.linked(cast.alice.id(), PEER.issuer)).isTrue();
    }

    @Test
    void theProviderConfirmsAGraveActAndTheFormIsKept() {
        var link = invite("camille@" + cast.unit.slug() + ".example", Role.ADMINISTRATOR);
        browser.get(link);
        comeBack(link + "/oidc", "eidas2");
        browser.get(cast.desk("/accounts/new/bluesky"));
        var asked =
                browser.post(
                        cast.desk("/accounts/new/bluesky"),
                        "handle",
                        "sdis86.bsky.social",
                        "password",
                        "");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.page().select("#proof")).isEmpty();
        var way = asked.page().expectFirst("a[href=/desk/again/departure]").attr("href");

        var before = visitor.asked;
        var stranger = visitor.go(browser.get(way).at(), "somebody-else", "eidas2");
        assertThat(browser.get(stranger).at()).isEqualTo("/desk/again");
        assertThat(browser.get("/desk/again").text()).contains("Rien n’a été confirmé");

        assertThat(comeBack(way, "eidas2").at()).isEqualTo("/desk/again");
        assertThat(visitor.asked).isEqualTo(before + 2);
        var form = browser.get("/desk/again").page().expectFirst("#again");
        assertThat(form.expectFirst("input[name=handle]").val()).isEqualTo("sdis86.bsky.social");
        var done =
                browser.post(form.attr("action"), "handle", "sdis86.bsky.social", "password", "");
        assertThat(done.page().expectFirst("#handle").val()).isEqualTo("sdis86.bsky.social");
    }

    @Test
    void signingOutEndsTheSessionAtTheProviderToo() {
        linked(cast.alice);
        browser = new Browser(port);
        comeBack("/desk/sign-in/oidc", "eidas2");
        var asked = visitor.asked;
        browser.get("/desk/account");
        assertThat(browser.post("/desk/sign-out").at()).isEqualTo("/desk/sign-in/oidc/farewell");
        assertThat(browser.get("/desk/account").at()).startsWith("/desk/sign-in");
        var way = browser.get("/desk/sign-in/oidc/farewell").page().expectFirst("main a");
        var back = visitor.go(way.attr("href"), camille, "eidas2");
        assertThat(browser.get(back).at()).isEqualTo("/desk/sign-in");
        assertThat(browser.get("/desk/sign-in").text()).contains("Vous êtes déconnecté");
        comeBack("/desk/sign-in/oidc", "eidas2");
        assertThat(visitor.asked).isEqualTo(asked + 1);
    }

    @Test
    void falseReturnsAreSlowedDown() {
        for (var i = 0; i < 20; i++) {
            assertThat(falseReturn()).contains("n’est pas valable");
        }
        assertThat(falseReturn()).contains("Trop d’essais");
        context.getBean(JdbcClient.class).sql("DELETE FROM sign_in_attempt").update();
    }

    private String falseReturn() {
        browser.get("/desk/sign-in/oidc");
        browser.get("/desk/sign-in/oidc/answer?code=guess&state=guess");
        return browser.get("/desk/sign-in").text();
    }

    /// Links the identity with the member, by the member's own hand.
    private void linked(Member member) {
        browser = at(member);
        assertThat(comeBack("/desk/account/identity/departure", "eidas2").at())
                .isEqualTo("/desk/account");
        assertThat(identities.linked(member.id(), PEER.issuer)).isTrue();
    }

    private Browser at(Member member) {
        var signedIn = new Browser(port);
        signedIn.plant("tocsin", cast.cookie(member).substring("tocsin=".length()));
        signedIn.get("/desk/account");
        return signedIn;
    }

    private String invite(String email, Role role) {
        var issued = invitations.invite(cast.officer(cast.bob), email, Set.of(role));
        return "/desk/invitation/" + issued.token();
    }

    private Browser.Answer comeBack(String way, String level) {
        return browser.get(visitor.go(browser.get(way).at(), camille, level));
    }

    /// Address and secret are known only once the provider runs, and settings are read before
    /// anything else: they cannot be test properties.
    static final class Running implements BeforeAllCallback, AfterAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) {
            System.setProperty("TOCSIN_OIDC_ISSUER", PEER.issuer);
            System.setProperty("TOCSIN_OIDC_SECRET", PEER.secret);
        }

        @Override
        public void afterAll(ExtensionContext test) {
            System.clearProperty("TOCSIN_OIDC_ISSUER");
            System.clearProperty("TOCSIN_OIDC_SECRET");
        }
    }
}
