package fr.tocsin.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@TocsinTest
@AutoConfigureMockMvc
@Import(OfficerTest.Room.class)
class OfficerTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired Memberships memberships;

    Cast cast;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
    }

    @Test
    void anOfficerActsInTheUnitOfTheAddress() throws Exception {
        mvc.perform(get(cast.desk("/room")).with(cast.alice()))
                .andExpect(status().isOk())
                .andExpect(content().string("Alice Aubry [AUTHOR]"));
    }

    @Test
    void aStrangerSeesNothingEvenWhereTheHandlerForgetsToAsk() throws Exception {
        for (var path : new String[] {"/room", "/forgetful", "/no-such-page"}) {
            mvc.perform(get(cast.desk(path)).with(cast.charlie())).andExpect(status().isNotFound());
        }
        mvc.perform(get("/desk/no-such-unit/room").with(cast.charlie()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInPageAndBack() throws Exception {
        mvc.perform(get(cast.desk("/room?page=2")))
                .andExpect(status().isSeeOther())
                .andExpect(
                        header().string(
                                        "Location",
                                        "/desk/sign-in?to=%2Fdesk%2F"
                                                + cast.unit.slug()
                                                + "%2Froom%3Fpage%3D2"));
    }

    @Test
    void aChangeOfRolesCountsAtTheNextRequest() throws Exception {
        memberships.change(bob(), cast.alice.id(), Set.of(Role.OBSERVER));
        mvc.perform(get(cast.desk("/room")).with(cast.alice()))
                .andExpect(content().string("Alice Aubry [OBSERVER]"));
        memberships.remove(bob(), cast.alice.id());
        mvc.perform(get(cast.desk("/room")).with(cast.alice())).andExpect(status().isNotFound());
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(memberships.change(bob(), cast.bob.id(), Set.of(Role.AUTHOR)))
                .isEqualTo(Memberships.Change.LAST_ADMINISTRATOR);
        assertThat(memberships.remove(bob(), cast.bob.id()))
                .isEqualTo(Memberships.Change.LAST_ADMINISTRATOR);
        assertThat(memberships.remove(bob(), cast.charlie.id()))
                .isEqualTo(Memberships.Change.STRANGER);
        memberships.add(cast.unit.id(), cast.alice.id(), Set.of(Role.ADMINISTRATOR));
        assertThat(memberships.remove(bob(), cast.bob.id())).isEqualTo(Memberships.Change.DONE);
    }

    private Officer bob() {
        return cast.officer(cast.bob);
    }

    @RestController
    static class Room {

        @GetMapping("/desk/{unit}/room")
        String room(Officer officer) {
            return officer.name() + " " + officer.roles();
        }

        @GetMapping("/desk/{unit}/forgetful")
        String forgetful(@PathVariable String unit) {
            return "secret of " + unit;
        }
    }
}
