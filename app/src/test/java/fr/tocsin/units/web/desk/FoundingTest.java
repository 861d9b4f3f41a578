package fr.tocsin.units.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TocsinTest
@AutoConfigureMockMvc
class FoundingTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired Units units;

    Cast cast;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
    }

    @Test
    void anAdministratorFoundsAUnitAndAdministersItAlone() throws Exception {
        var slug = "poste-" + cast.unit.slug();
        mvc.perform(get("/desk/units").with(cast.bob())).andExpect(status().isOk());
        mvc.perform(unit(slug, "Poste de nuit").with(cast.bob()))
                .andExpect(redirectedUrl("/desk/" + slug + "/members"));

        mvc.perform(get("/desk/" + slug + "/members").with(cast.bob())).andExpect(status().isOk());
        mvc.perform(get("/desk/" + slug + "/members").with(cast.alice()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/desk/" + slug + "/members").with(cast.charlie()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aTakenOrReservedAddressComesBackWithItsField() throws Exception {
        mvc.perform(unit(cast.elsewhere.slug(), "Encore").with(cast.bob()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(unit("media", "Réservé").with(cast.bob()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(unit("x".repeat(10), "N".repeat(200)).with(cast.bob()))
                .andExpect(status().isUnprocessableContent());
        assertThat(units.bySlug("media")).isEmpty();
    }

    @Test
    void whoAdministersNothingFoundsNothing() throws Exception {
        mvc.perform(get("/desk/units").with(cast.alice())).andExpect(status().isNotFound());
        mvc.perform(unit("intruse", "Intruse").with(cast.alice())).andExpect(status().isNotFound());
        assertThat(units.bySlug("intruse")).isEmpty();
    }

    private static MockHttpServletRequestBuilder unit(String slug, String name) {
        return post("/desk/units")
                .with(csrf())
                .param("name", name)
                .param("slug", slug)
                .param("service", "FIRE")
                .param("place", "Vienne");
    }
}
