package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.delivering.DeliverySettled;
import fr.tocsin.delivering.Kind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import({TestChannels.class, TestTime.class})
class SettlingTest {

    @Autowired private Approving approving;
    @Autowired private Records records;
    @Autowired private Delivering delivering;
    @Autowired private ApplicationContext context;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;
    @Autowired private MockMvc mvc;

    private Desk desk;

    @BeforeEach
    void meet() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
    }

    @Test
    void tellsEveryCopyOnceAndBeforeTheWhole() {
        var second = desk.connect(TestChannels.WALL, "@autre", 100);
        var later = Planning.at(LocalDateTime.of(2026, 11, 23, 14, 0));
        var id =
                desk.written(
                        Kind.ALERT, draft -> draft.accounts(desk.wall, second).planning(later));
        approving.approve(desk.bob, id, desk.submitted(id).hash());
        jdbc.sql(
                        "UPDATE delivery SET state = 'done', settled_at = now() WHERE publication_id = :id")
                .param("id", id.value())
                .update(); // both at the same moment, before anybody could tell

        for (var report : reports(id)) {
            context.publishEvent(new DeliverySettled(desk.cast.unit.id(), id.value(), report.id()));
        }

        assertThat(acts(id)).endsWith(Act.APPROVED, Act.DELIVERED, Act.DELIVERED, Act.PUBLISHED);
    }

    @Test
    void tellsWhoHadACopyRemovedAndCallsItRemoved() throws Exception {
        var id = desk.written();
        approving.approve(desk.bob, id, desk.submitted(id).hash());
        await(() -> desk.state(id) == State.PUBLISHED);
        var copy = reports(id).getFirst();

        delivering.decide(
                desk.cast.unit.id(), copy.id(), DeliveryReport.Act.REMOVE, desk.bob.member());
        await(() -> acts(id).contains(Act.REMOVED));

        assertThat(acts(id)).endsWith(Act.PUBLISHED, Act.REMOVAL_ASKED, Act.REMOVED);
        var asked = records.timeline(desk.alice, id).get(acts(id).indexOf(Act.REMOVAL_ASKED));
        assertThat(asked.member()).isEqualTo(desk.bob.name());
        assertThat(asked.detail()).isEqualTo("wall · @wall");
        for (var path : List.of("/publications", "/publications/" + id)) {
            var page =
                    mvc.perform(get(desk.cast.desk(path)).with(desk.cast.alice()))
                            .andReturn()
                            .getResponse()
                            .getContentAsString();
            assertThat(Jsoup.parse(page).expectFirst(".state").text()).isEqualTo("Retirée");
        }
    }

    private List<DeliveryReport> reports(PublicationId id) {
        return delivering.of(desk.cast.unit.id(), id.value());
    }

    private List<Act> acts(PublicationId id) {
        return records.timeline(desk.alice, id).stream().map(Entry::act).toList();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 300 && !done.getAsBoolean(); i++) {
            Thread.sleep(50); // the server's own workers
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
