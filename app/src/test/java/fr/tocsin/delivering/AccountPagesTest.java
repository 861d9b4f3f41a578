package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.units.Cast;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TocsinTest
@AutoConfigureMockMvc
@Import(AccountPagesTest.Networks.class)
class AccountPagesTest {

    /// Connects with a consent page, like Mastodon; words are borrowed from it.
    static class Consenting extends FakeChannel implements Connects {

        @Override
        public Network network() {
            return new Network("mastodon-fake");
        }

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public Progress begin(Map<String, String> answers, URI callback) {
            return answers.containsKey("nothing")
                    ? new Progress.Refused("", Reason.of("unreachable"))
                    : new Progress.GoTo(
                            URI.create("https://consent.example/oauth?back=" + callback),
                            "st-" + UUID.randomUUID(),
                            Map.of("verifier", "kept"));
        }

        @Override
        public Progress finish(
                Map<String, String> kept, Map<String, String> parameters, URI callback) {
            assertThat(kept).containsEntry("verifier", "kept");
            return "yes".equals(parameters.get("code"))
                    ? new Progress.Connected(
                            "@police86@consent.example",
                            "Police 86",
                            URI.create("https://consent.example"),
                            "4217",
                            LIMITS,
                            Map.of("token", "very secret"))
                    : new Progress.Refused("", new Reason("something-new", "the network says no"));
        }
    }

    @TestConfiguration
    static class Networks {
        @Bean
        Channel consenting() {
            return new Consenting();
        }
    }

    @Autowired private ApplicationContext context;
    @Autowired private MockMvc mvc;
    @Autowired private Delivering delivering;
    @Autowired private AccountSecrets secrets;
    @Autowired private TransactionTemplate transaction;

    private Cast cast;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
    }

    @Test
    void everyUnitHasItsOwnSiteWithoutAnybodyConnectingIt() throws Exception {
        mvc.perform(get(cast.desk("/accounts")).with(cast.alice()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Votre site")))
                .andExpect(content().string(not(containsString("Connecter un compte"))));

        assertThat(delivering.accounts(cast.unit.id()))
                .extracting(account -> account.network().id())
                .containsExactly("site");
    }

    @Test
    void charlieFindsNothing() throws Exception {
        mvc.perform(get(cast.desk("/accounts")).with(cast.charlie()))
                .andExpect(status().isNotFound());
        mvc.perform(get(cast.desk("/accounts/new/bluesky")).with(cast.charlie()))
                .andExpect(status().isNotFound());
        mvc.perform(get(cast.desk("/deliveries/of/" + UUID.randomUUID())).with(cast.charlie()))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyAnAdministratorConnects() throws Exception {
        mvc.perform(get(cast.desk("/accounts/new/bluesky")).with(cast.alice()))
                .andExpect(status().isForbidden());
        mvc.perform(get(cast.desk("/accounts/new/bluesky")).with(cast.bob()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("type=\"password\"")));
        mvc.perform(get(cast.desk("/accounts/new/no-such-network")).with(cast.bob()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aMistakeComesBackWithWhatWasTypedButWithoutSecrets() throws Exception {
        mvc.perform(
                        post(cast.desk("/accounts/new/bluesky"))
                                .param("handle", "sdis86.bsky.social")
                                .param("password", "")
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("sdis86.bsky.social")))
                .andExpect(content().string(containsString("Indiquez un mot de passe")));
    }

    @Test
    void theWayOverAConsentPageEndsWithASealedAccount() throws Exception {
        var state = askForConsent();
        var consent = cast.desk("/accounts/new/mastodon-fake/consent?state=" + state);
        mvc.perform(get(consent).with(cast.bob()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("https://consent.example/oauth")));
        mvc.perform(get(consent).with(cast.charlie())).andExpect(status().isNotFound());

        var answer = cast.desk("/accounts/new/mastodon-fake/answer?state=" + state + "&code=yes");
        mvc.perform(
                        get("/desk/accounts/callback/mastodon-fake?state=" + state + "&code=yes")
                                .with(cast.bob()))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(answer));
        mvc.perform(get(answer).with(cast.bob()))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(cast.desk("/accounts")));

        var account = delivering.accounts(cast.unit.id()).getLast();
        assertThat(account.handle()).isEqualTo("@police86@consent.example");
        assertThat(secrets.read(account.id())).containsEntry("token", "very secret");
        mvc.perform(get(answer).with(cast.bob())).andExpect(status().isUnprocessableContent());

        mvc.perform(
                        post(cast.desk("/accounts/" + account.id() + "/removal"))
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(
                        post(cast.desk("/accounts/" + account.id() + "/removal"))
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        assertThat(secrets.read(account.id())).isEmpty();
        assertThat(delivering.account(cast.unit.id(), account.id())).isEmpty();
    }

    @Test
    void anUnknownReasonIsShownWithTheWordsOfTheNetwork() throws Exception {
        var answer =
                cast.desk("/accounts/new/mastodon-fake/answer?code=no&state=" + askForConsent());
        mvc.perform(get(answer).with(cast.bob()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("que nous ne connaissons pas")))
                .andExpect(content().string(containsString("the network says no")));
    }

    private String askForConsent() throws Exception {
        var way =
                mvc.perform(
                                post(cast.desk("/accounts/new/mastodon-fake"))
                                        .with(cast.bob())
                                        .with(csrf()))
                        .andExpect(status().isSeeOther())
                        .andExpect(redirectedUrlPattern("/desk/*/accounts/new/*/consent?state=*"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        assertThat(way).isNotNull();
        return way.substring(way.indexOf("state=") + "state=".length());
    }

    @Test
    void theTruthPerChannelIsShownAndDecidedUpon() throws Exception {
        var site = delivering.accounts(cast.unit.id()).getFirst();
        var publication = UUID.randomUUID();
        transaction.executeWithoutResult(status ->
                delivering.order(
                        new Order(
                                cast.unit.id(),
                                publication,
                                UUID.randomUUID(),
                                Instant.now().minusSeconds(86_400),
                                Map.of(site.id(), Story.post(Kind.PREVENTION, "Tard")))));
        awaitPerson(publication);
        var address = cast.desk("/deliveries/of/" + publication);
        mvc.perform(get(address).with(cast.alice()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("publier quand même")))
                .andExpect(content().string(containsString("Réessayer")))
                .andExpect(content().string(not(containsString("every 2s"))));
        var reports = delivering.of(cast.unit.id(), publication);
        mvc.perform(
                        get(address)
                                .param("seen", DeliveryReport.fingerprint(reports))
                                .with(cast.alice()))
                .andExpect(status().isNoContent());
        var delivery = reports.getFirst().id();
        var decision = "/deliveries/" + delivery + "/decision";
        mvc.perform(
                        post("/desk/" + cast.elsewhere.slug() + decision)
                                .param("publication", publication.toString())
                                .param("act", "GIVE_UP")
                                .with(cast.charlie())
                                .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post(cast.desk(decision))
                                .param("publication", publication.toString())
                                .param("act", "GIVE_UP")
                                .header("HX-Request", "true")
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Annulée")));
    }

    private void awaitPerson(UUID publication) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var report = delivering.of(cast.unit.id(), publication).getFirst();
            if (report.state() == DeliveryReport.State.NEEDS_PERSON) {
                return;
            }
            Thread.sleep(50); // the server's own workers
        }
    }
}
