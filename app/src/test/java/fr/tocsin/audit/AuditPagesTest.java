package fr.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import tools.jackson.databind.json.JsonMapper;

@TocsinTest
@AutoConfigureMockMvc
class AuditPagesTest {

    @Autowired private ApplicationContext context;
    @Autowired private MockMvc mvc;
    @Autowired private Audit audit;
    @Autowired private Memberships memberships;
    @Autowired private Publishing publishing;

    private Cast cast;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
    }

    @Test
    void recordsWhoChangedWhat() throws Exception {
        memberships.change(
                cast.officer(cast.bob), cast.alice.id(), Set.of(Role.AUTHOR, Role.OBSERVER));
        var author = cast.officer(cast.alice);
        var draft = publishing.draft(author, Kind.COMMUNITY);
        publishing.cancel(author, draft.id());
        mvc.perform(
                post(cast.desk("/stoppage"))
                        .param("reason", "compte piraté")
                        .with(cast.bob())
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("198.51.100.23");
                            return request;
                        }));

        assertThat(audit.find(cast.unit.id(), Search.ALL, 10))
                .extracting(Entry::act, Entry::name, Entry::about, Entry::address)
                .containsExactly(
                        tuple("deliveries-stopped", "Bob Bernard", "compte piraté", "198.51.100.0"),
                        tuple("publication-cancelled", "Alice Aubry", "", ""),
                        tuple("unit-roles-changed", "Bob Bernard", "Alice Aubry", ""));
        mvc.perform(get(cast.desk("/audit")).with(cast.bob()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Diffusions arrêtées")))
                .andExpect(content().string(containsString("/publications/" + draft.id())))
                .andExpect(content().string(containsString(audit.head().toString())));
        mvc.perform(
                        get(cast.desk("/audit"))
                                .param("member", cast.alice.id().toString())
                                .with(cast.bob()))
                .andExpect(content().string(containsString("/publications/" + draft.id())))
                .andExpect(content().string(not(containsString("198.51.100.0"))));
        mvc.perform(get(cast.desk("/audit")).param("from", "2099-01-01").with(cast.bob()))
                .andExpect(content().string(containsString("Rien dans le journal")));
        mvc.perform(get(cast.desk("/audit")).param("to", "hier").with(cast.bob()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void recordsSignInsAndRefusalsWithoutWhatWasTyped() throws Exception {
        mvc.perform(
                post("/desk/sign-in")
                        .param("email", cast.alice.email())
                        .param("password", "not hers at all")
                        .with(csrf()));
        mvc.perform(
                post("/desk/sign-in")
                        .param("email", "my secret password")
                        .param("password", "typed in the wrong field")
                        .with(csrf()));

        assertThat(audit.find(cast.unit.id(), Search.ALL, 10))
                .extracting(Entry::act, Entry::name)
                .containsExactly(tuple("password-refused", "Alice Aubry"));
        assertThat(audit.head().number()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void pagesByNumber() throws Exception {
        for (int i = 1; i <= 120; i++) {
            audit.record(Deed.of(cast.officer(cast.bob), "unit-invited").about("page-" + i + "-"));
        }
        var eldest = audit.find(cast.unit.id(), Search.ALL, 50).getLast().number();

        mvc.perform(get(cast.desk("/audit")).with(cast.bob()))
                .andExpect(content().string(containsString("page-120-")))
                .andExpect(content().string(containsString("before=" + eldest)))
                .andExpect(content().string(not(containsString("page-70-"))));
        mvc.perform(get(cast.desk("/audit")).param("before", "" + eldest).with(cast.bob()))
                .andExpect(content().string(containsString("page-70-")))
                .andExpect(content().string(not(containsString("page-71-"))));
    }

    @Test
    void exportsWhatIsFoundAndRecordsThat() throws Exception {
        var bob = cast.officer(cast.bob);
        audit.record(Deed.of(bob, "unit-invited").about("=HYPERLINK(\"x\")"));

        var csv =
                mvc.perform(get(cast.desk("/audit.csv")).with(cast.bob()))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Cache-Control", "no-store"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(csv.lines().toList()).hasSize(3);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\")\"").contains("audit-exported");

        var json =
                mvc.perform(
                                get(cast.desk("/audit.json"))
                                        .param("act", "unit-invited")
                                        .with(cast.bob()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var entries = JsonMapper.shared().readTree(json);
        assertThat(entries.size()).isEqualTo(1);
        assertThat(entries.get(0).path("about").asString()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(entries.get(0).path("hash").asString()).hasSize(64);
    }

    @Test
    void verifiesAtTheDesk() throws Exception {
        audit.record(Deed.of(cast.officer(cast.bob), "unit-invited"));
        var noted = audit.head().toString();
        mvc.perform(post(cast.desk("/audit/verification")).with(cast.bob()).with(csrf()))
                .andExpect(redirectedUrl(cast.desk("/audit")))
                .andExpect(said("audit.sound"));
        mvc.perform(
                        post(cast.desk("/audit/verification"))
                                .param(
                                        "noted",
                                        noted.replaceAll(".$", noted.endsWith("0") ? "1" : "0"))
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(said("audit.fault.NOT_AS_NOTED"));
        mvc.perform(
                        post(cast.desk("/audit/verification"))
                                .param("noted", "0")
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void onlyAdministratorsRead() throws Exception {
        for (var page : new String[] {"/audit", "/audit.csv", "/audit.json"}) {
            mvc.perform(get(cast.desk(page)).with(cast.alice())).andExpect(status().isForbidden());
        }
    }

    @Test
    void charlieFindsNothing() throws Exception {
        audit.record(Deed.of(cast.officer(cast.bob), "unit-invited").about("geheim"));
        for (var page : new String[] {"/audit", "/audit.csv", "/audit.json"}) {
            mvc.perform(get(cast.desk(page)).with(cast.charlie())).andExpect(status().isNotFound());
        }
        mvc.perform(post(cast.desk("/audit/verification")).with(cast.charlie()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/desk/" + cast.elsewhere.slug() + "/audit").with(cast.charlie()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("geheim"))));
    }

    @Test
    void aDeedMayBePublishedAsAnEvent() {
        var subject = UUID.randomUUID();
        context.publishEvent(
                Deed.of(cast.officer(cast.bob), "original-read").to(subject).about("plaque.jpg"));

        assertThat(audit.find(cast.unit.id(), Search.ALL, 1))
                .extracting(Entry::act, Entry::subject)
                .containsExactly(tuple("original-read", subject));
    }

    private static ResultMatcher said(String key) {
        return result ->
                assertThat(result.getFlashMap().get(Notice.class.getName()))
                        .extracting("key")
                        .isEqualTo(key);
    }
}
