package fr.tocsin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.site.Site;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Members;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
class DemoTest {

    @Autowired private Demonstration demonstration;
    @Autowired private Units units;
    @Autowired private Members members;
    @Autowired private Site site;
    @Autowired private MockMvc mvc;
    @Autowired private ApplicationContext context;

    @Test
    void comesAndGoesInOneActAndLeavesTheRestAlone() throws Exception {
        var cast = Cast.in(context);

        demonstration.load();
        demonstration.load();

        assertThat(demonstration.loaded()).isTrue();
        assertThat(units.all()).filteredOn(Unit::demo).hasSize(3);
        assertThat(demonstration.guests()).hasSize(6);
        var fire = units.bySlug("sdis-86").orElseThrow();
        assertThat(site.latest(fire.id(), null, 1, 20).items()).hasSizeGreaterThan(2);

        var removal = "/desk/sdis-86/demonstration/removal";
        mvc.perform(post(removal).with(cast.charlie()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post(cast.desk("/demonstration/removal")).with(cast.bob()).with(csrf()))
                .andExpect(status().isNotFound());
        var author = members.byEmail("elise@sdis-86.example").orElseThrow();
        mvc.perform(post(removal).with(cast.as(author)).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(demonstration.loaded()).isTrue();

        var administrator = members.byEmail("farid@sdis-86.example").orElseThrow();
        mvc.perform(post(removal).with(cast.as(administrator)).with(csrf()))
                .andExpect(status().isSeeOther());

        assertThat(demonstration.loaded()).isFalse();
        assertThat(units.all()).noneMatch(Unit::demo).hasSize(2);
        assertThat(members.byEmail("farid@sdis-86.example")).isEmpty();
        assertThat(site.latest(null, null, 1, 20).total()).isZero();
    }
}
