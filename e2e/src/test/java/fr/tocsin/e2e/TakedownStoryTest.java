package fr.tocsin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.tocsin.channels.mastodon.MastodonDouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// The person was found: what was published is taken down everywhere, although a network is out of
/// reach for a while; then it is back, and the certificate says what is gone.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakedownStoryTest {

    private static final String DESK = "/desk/gendarmerie-86";
    private static final String TITLE = "Avez-vous vu ce vélo bleu ?";

    private Product product;
    private Browser browser;
    private MastodonDouble mastodon;
    private Page bruno;
    private Page alice;
    private String publication = "";
    private String publicPage = "";

    @BeforeAll
    void openUp() throws IOException {
        mastodon = new MastodonDouble(0, Clock.systemUTC());
        product = Product.start(Map.of(), "demo");
        browser = new Browser();
        bruno = browser.desktop();
        alice = browser.phone();
        signIn(bruno, "bruno@gendarmerie-86.example");
        signIn(alice, "alice@gendarmerie-86.example");
    }

    @AfterAll
    void closeDown() {
        browser.close();
        product.close();
        mastodon.close();
    }

    @Test
    @Order(1)
    void publishesOnTheSiteAndOnANetwork() {
        bruno.navigate(product.url(DESK + "/accounts/new/mastodon"));
        bruno.fill("#server", mastodon.root().toString());
        press(bruno.locator("main form button.primary"));
        confirmWhenAsked(bruno);
        press(bruno.locator("main a.button.primary"));
        bruno.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Autoriser")).click();
        assertThat(bruno).hasURL(product.url(DESK + "/accounts"));

        alice.navigate(product.url(DESK + "/publications"));
        alice.locator("summary.button.primary").click();
        press(alice.locator("button[name=kind][value=prevention]"));
        alice.fill("#title", TITLE);
        alice.fill(
                "#text", "Un vélo bleu a disparu à Chauvigny. Si vous l’avez vu, appelez le 17.");
        var others = alice.locator("input[name=accounts]:not(:checked)");
        while (others.count() > 0) {
            alice.waitForResponse(
                    answer -> answer.url().endsWith("/form"), () -> others.first().click());
        }
        assertThat(alice.locator("#title")).hasValue(TITLE);
        press(alice.locator(".composer-bar button.primary"));
        assertThat(alice).hasURL(Pattern.compile(".*/publications/[0-9a-f-]{36}$"));
        publication = alice.url();

        bruno.navigate(publication);
        press(bruno.locator("form[action$='/approval'] button.primary"));
        assertThat(bruno.locator("#deliveries .state-published"))
                .hasCount(2, new HasCountOptions().setTimeout(30_000));
        publicPage =
                bruno.locator("#deliveries a[href*='/u/gendarmerie-86/']").getAttribute("href");
    }

    @Test
    @Order(2)
    void takesItDownWhileTheNetworkIsOutOfReach() {
        mastodon.unreachable(true);
        bruno.navigate(publication);
        press(bruno.locator("a[href*='/takedowns/new']"));
        look(bruno, "takedown-new");
        bruno.locator("input[name=cause][value=PERSON_FOUND]").check();
        bruno.fill("#remark", "Retrouvée ce soir, saine et sauve.");
        press(bruno.locator("main form button.danger"));
        confirmWhenAsked(bruno);

        assertThat(bruno).hasURL(Pattern.compile(".*/takedowns/[0-9a-f-]{36}"));
        assertThat(bruno.locator("#progress .state-withdrawn")).hasCount(1);
        assertThat(bruno.locator("#progress")).containsText("Tout n’est pas encore retiré");
        assertThat(bruno.locator("#progress .row-text").first())
                .isVisible(new IsVisibleOptions().setTimeout(30_000));
        look(bruno, "takedown-out-of-reach");

        var reader = browser.phone();
        var answer = reader.navigate(product.url(path(publicPage)));
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.headers()).containsEntry("x-robots-tag", "noindex");
        look(reader, "takedown-tombstone-phone");
        assertThat(product.get("/u/gendarmerie-86/feed.atom"))
                .contains("deleted-entry")
                .doesNotContain("vélo bleu");
        assertThat(product.get("/sitemap.xml")).doesNotContain(path(publicPage));
    }

    @Test
    @Order(3)
    void goesOnByItselfWhenTheNetworkIsBack() {
        mastodon.unreachable(false);

        assertThat(bruno.locator("#progress .state-withdrawn"))
                .hasCount(2, new HasCountOptions().setTimeout(60_000));
        assertThat(bruno.locator("#progress")).containsText("Tout est retiré");
        look(bruno, "takedown-gone");
        alice.navigate(product.url(DESK + "/takedowns"));
        assertThat(alice.locator(".row-title")).containsText(TITLE);
        look(alice, "takedown-list-phone");
        alice.locator(".row-title").first().click();
        look(alice, "takedown-show-phone");
    }

    @Test
    @Order(4)
    void certifiesWhatIsGoneOnceTheNetworksHaveConfirmedIt() throws IOException {
        assertThat(bruno.locator("#progress"))
                .containsText("c’est vérifié", new ContainsTextOptions().setTimeout(150_000));
        press(bruno.locator("a[href$='/certificate']"));
        assertThat(bruno.locator("main")).containsText("Retrouvée ce soir");
        look(bruno, "takedown-certificate");
        alice.navigate(bruno.url());
        look(alice, "takedown-certificate-phone");

        var pdf = bruno.request().get(bruno.url() + ".pdf").body();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Files.write(Path.of("target", "pictures", "takedown-certificate.pdf"), pdf);
        var text = bruno.request().get(bruno.url() + ".txt").text();
        assertThat(text).contains("verdict: gone", "cause: person_found", "copies: 2");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/u/"));
    }

    private void signIn(Page window, String email) {
        window.navigate(product.url("/desk/sign-in"));
        window.fill("#email", email);
        window.fill("#password", password());
        window.locator("main form button.primary").click();
        assertThat(window).hasURL(Pattern.compile(".*/publications"));
    }

    /// Grave acts ask again who is there, unless that was proven minutes ago; in the demonstration
    /// the password will do.
    private void confirmWhenAsked(Page window) {
        if (window.locator("#proof").count() > 0) {
            window.fill("#proof", password());
            press(window.locator("#again button.primary"));
        }
    }

    private String password() {
        return product.printed(Pattern.compile("password: (\\S+)"));
    }

    private static void press(Locator button) {
        button.click();
        button.page().waitForLoadState();
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Browser.assertNoSidewaysScroll(page);
        Browser.assertAccessible(page);
    }
}
