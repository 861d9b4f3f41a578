package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.units.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// A provider that is down stops neither the start nor the other ways in.
@TocsinTest
@TestPropertySource(
        properties = {
            "TOCSIN_OIDC_ISSUER=http://127.0.0.1:1",
            "TOCSIN_OIDC_CLIENT=tocsin",
            "TOCSIN_OUTBOUND_ALLOW=127.0.0.1"
        })
class ProviderDownTest {

    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    @Test
    void leadsBackToTheSignInPageWhichSaysSo() {
        Cast.in(context);
        var browser = new Browser(port);
        browser.get("/desk/sign-in");
        assertThat(browser.get("/desk/sign-in/oidc").at()).isEqualTo("/desk/sign-in");
        var page = browser.get("/desk/sign-in");
        assertThat(page.text()).contains("OpenID Connect ne répond pas");
        assertThat(page.page().select("#password")).isNotEmpty();
    }
}
