package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.MovedClock;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.units.Act;
import fr.tocsin.units.Acts;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@TocsinTest
@Import(MovedClock.InTheServer.class)
class InvitationTest {

    static final String PASSWORD = "quatre chevaux sans selle";

    @Autowired ApplicationContext context;
    @Autowired MemberAccess access;
    @Autowired SecondFactor secondFactor;
    @Autowired Members members;
    @Autowired Memberships memberships;
    @Autowired Invitations invitations;
    @Autowired Acts acts;
    @Autowired MovedClock clock;
    @LocalServerPort int port;

    Cast cast;
    Browser administrator;
    Browser guest;

    @BeforeEach
    void bobAdministers() {
        clock.forward(Duration.ofHours(1));
        cast = Cast.in(context);
        administrator = signedIn(cast.bob);
        guest = new Browser(port);
    }

    @Test
    void anInvitedPersonJoinsWithPasswordAndSecondFactor() {
        var link = invite("zoe@" + cast.unit.slug() + ".example");
        assertThat(guest.get(link).text()).contains(cast.unit.name());
        var weak = guest.post(link, "name", "Zoé", "password", "court", "again", "court");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.page().select("#name").val()).isEqualTo("Zoé");
        assertThat(
                        guest.post(link, "name", "Zoé", "password", "motdepasse2025", "again", "")
                                .text())
                .contains("premiers que l’on essaie");

        var joined = guest.post(link, "name", "Zoé", "password", PASSWORD, "again", PASSWORD);
        assertThat(joined.at()).isEqualTo("/desk/second-factor");
        var key = guest.get("/desk/second-factor").page().select("#key").text();
        guest.post("/desk/second-factor", "code", Browser.app(key, clock.instant()));
        assertThat(guest.get("/desk").at()).isEqualTo("/desk/" + cast.unit.slug());

        assertThat(new Browser(port).get(link).status()).isEqualTo(410);
        assertThat(acts.latest(cast.unit.id()))
                .extracting(Act::deed)
                .containsExactly(Act.Deed.JOINED, Act.Deed.INVITED);
    }

    @Test
    void aLinkIsShownOnceAndItsTokenKeptNowhere() {
        var link = invite("once@" + cast.unit.slug() + ".example");
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(administrator.get(cast.desk("/members")).page().html()).doesNotContain(token);
        var jdbc = context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
        var rows = jdbc.sql("SELECT invitation::text FROM invitation").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    }

    @Test
    void aWithdrawnOrOldLinkOpensNothing() {
        var withdrawn = invite("un@" + cast.unit.slug() + ".example");
        var form = administrator.get(cast.desk("/members")).page();
        var action = form.expectFirst("form[action$=/withdrawal]").attr("action");
        assertThat(signedIn(cast.charlie).get("/desk").status()).isEqualTo(303);
        assertThat(administrator.post(action).status()).isEqualTo(303);
        assertThat(guest.get(withdrawn).status()).isEqualTo(410);
        var old = invite("deux@" + cast.unit.slug() + ".example");
        clock.forward(Duration.ofDays(8));
        assertThat(guest.get(old).status()).isEqualTo(410);
    }

    @Test
    void whoIsAMemberAlreadySignsInAndAccepts() {
        var link = invite(cast.charlie.email());
        assertThat(guest.get(link).page().select("form[method=post] #password")).isEmpty();
        var alice = signedIn(cast.alice);
        assertThat(alice.get(link).text()).contains("quelqu’un d’autre");
        alice.post(link);
        assertThat(memberships.unitsOf(cast.charlie.id())).hasSize(1);
        var charlie = signedIn(cast.charlie);
        charlie.get(link);
        assertThat(charlie.post(link).at()).isEqualTo("/desk");
        assertThat(memberships.unitsOf(cast.charlie.id())).hasSize(2);
    }

    @Test
    void aResetLinkGivesANewPasswordAndEndsSessions() {
        access.setPassword(cast.alice.id(), "ancien mot de passe long", null);
        var key = secondFactor.begin(cast.alice).key();
        secondFactor.confirm(cast.alice.id(), Browser.app(key, clock.instant()));
        var alice = signedIn(cast.alice);
        var link = reset(cast.alice, true);
        guest.get(link);
        var done = guest.post(link, "password", PASSWORD, "again", PASSWORD);
        assertThat(done.at()).isEqualTo("/desk/sign-in");
        assertThat(alice.get("/desk/account").at()).startsWith("/desk/sign-in");
        assertThat(secondFactor.enrolled(cast.alice.id())).isFalse();
        assertThat(guest.get(link).status()).isEqualTo(410);
    }

    @Test
    void anAdministratorHereCannotOpenAnAccountThatAlsoWorksThere() {
        var link = reset(cast.alice, false);
        memberships.add(cast.elsewhere.id(), cast.alice.id(), Set.of(Role.AUTHOR));
        assertThat(guest.get(link).status()).isEqualTo(410);
        assertThat(invitations.reset(cast.officer(cast.bob), cast.alice.id(), false)).isEmpty();
        assertThat(invitations.reset(cast.officer(cast.bob), cast.charlie.id(), false)).isEmpty();
    }

    @Test
    void onlyAnAdministratorSeesTheMembers() {
        var refused = signedIn(cast.alice).get(cast.desk("/members"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Administration");
        assertThat(signedIn(cast.charlie).get(cast.desk("/members")).status()).isEqualTo(404);
        assertThat(signedIn(cast.charlie).get(cast.desk("/unit")).status()).isEqualTo(404);
    }

    @Test
    void theLastAdministratorCannotLeave() {
        administrator.get(cast.desk("/members"));
        var path = cast.desk("/members/" + cast.bob.id());
        administrator.post(path + "/removal");
        assertThat(administrator.get(cast.desk("/members")).text()).contains("la seule personne");
        administrator.post(path + "/roles", "roles", "AUTHOR");
        assertThat(cast.officer(cast.bob).is(Role.ADMINISTRATOR)).isTrue();
    }

    @Test
    void theUnitsParticularsAreChanged() {
        administrator.get(cast.desk("/unit"));
        var wrong =
                administrator.post(
                        cast.desk("/unit"),
                        "name",
                        " ",
                        "service",
                        "FIRE",
                        "place",
                        "Ici",
                        "contact",
                        "");
        assertThat(wrong.status()).isEqualTo(422);
        administrator.post(
                cast.desk("/unit"),
                "name",
                "SDIS 86",
                "service",
                "FIRE",
                "place",
                "Ici",
                "contact",
                "");
        assertThat(administrator.get(cast.desk("/unit")).page().select("#name").val())
                .isEqualTo("SDIS 86");
    }

    private Browser signedIn(Member member) {
        var browser = new Browser(port);
        browser.plant("tocsin", cast.cookie(member).substring("tocsin=".length()));
        browser.get("/desk/account");
        return browser;
    }

    private String invite(String email) {
        administrator.get(cast.desk("/members"));
        var page =
                administrator.post(
                        cast.desk("/members/invitations"), "email", email, "roles", "AUTHOR");
        return path(page);
    }

    private String reset(Member member, boolean secondFactorToo) {
        administrator.get(cast.desk("/members"));
        return path(
                administrator.post(
                        cast.desk("/members/" + member.id() + "/reset-link"),
                        "secondFactor",
                        String.valueOf(secondFactorToo)));
    }

    private static String path(Browser.Answer page) {
        var link = page.page().expectFirst("#link").text();
        return link.substring(link.indexOf("/desk/"));
    }
}
