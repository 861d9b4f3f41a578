package fr.tocsin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.tocsin.channels.bluesky.BlueskyNetwork;
import fr.tocsin.channels.mastodon.MastodonDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A unit's first day: set up on an empty server, a colleague invited, two accounts connected, one
/// message composed on a phone with a photo, approved at a desk, read by the public on three
/// networks, and corrected there.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstDayTest {

    private static final String PASSWORD = "corneille-tambour-72-lilas";
    private static final String TITLE = "Feu de végétation à Vouillé";
    private static final String DESK = "/desk/sdis-essai";

    private Product product;
    private Browser browser;
    private MastodonDouble mastodon;
    private BlueskyNetwork bluesky;
    private BlueskyNetwork.Resident resident;
    private Page bob;
    private Page alice;
    private String invitation = "";
    private @Nullable Authenticator bobsCodes;

    @BeforeAll
    void openUp() throws IOException {
        mastodon = new MastodonDouble(0, Clock.systemUTC());
        bluesky = BlueskyNetwork.running();
        resident = bluesky.newResident();
        product = Product.start(Map.of());
        browser = new Browser();
        bob = browser.desktop();
        alice = browser.phone();
    }

    @AfterAll
    void closeDown() {
        browser.close();
        product.close();
        mastodon.close();
    }

    @Test
    @Order(1)
    void setsUpTheFirstUnitWithTheCodeFromTheConsole() {
        bob.navigate(product.url("/"));
        assertThat(bob).hasURL(Pattern.compile(".*/setup"));
        look(bob, "setup-code");
        bob.getByRole(AriaRole.TEXTBOX)
                .fill(product.printed(Pattern.compile("([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})")));
        press(bob.locator("main form button.primary"));
        bob.locator("input[name=service]").last().check();
        bob.fill("#unitName", "SDIS d’essai");
        bob.fill("#slug", "sdis-essai");
        bob.fill("#place", "Vouillé (86)");
        bob.fill("#name", "Bob Bernard");
        bob.fill("#email", "bob@sdis-essai.example");
        bob.fill("#password", PASSWORD);
        bob.fill("#again", PASSWORD);
        look(bob, "setup-unit");
        press(bob.locator("form[action='/setup/unit'] button.primary"));
        bobsCodes = enrol(bob);
        assertThat(bob).hasURL(product.url(DESK + "/publications"));
        look(bob, "publications-empty");
    }

    @Test
    @Order(2)
    void invitesAColleagueByLink() {
        bob.navigate(product.url(DESK + "/members"));
        bob.fill("#email", "alice@sdis-essai.example");
        bob.locator("form[action$='/invitations'] input[name=roles][value=AUTHOR]").check();
        press(bob.locator("form[action$='/invitations'] button.primary"));
        invitation = bob.locator("#link").innerText();
        look(bob, "members");

        alice.navigate(invitation);
        look(alice, "invitation-phone");
        alice.fill("#name", "Alice Aubry");
        alice.fill("#password", PASSWORD);
        alice.fill("#again", PASSWORD);
        press(alice.locator("main form button.primary"));
        enrol(alice);
        assertThat(alice).hasURL(product.url(DESK + "/publications"));
    }

    @Test
    @Order(3)
    void connectsMastodonWithConsentAndBlueskyWithAnAppPassword() {
        bob.navigate(product.url(DESK + "/accounts/new/mastodon"));
        look(bob, "connect-mastodon");
        bob.fill("#server", mastodon.root().toString());
        press(bob.locator("main form button.primary"));
        look(bob, "asked-again");
        bob.fill("#proof", Objects.requireNonNull(bobsCodes).code());
        press(bob.locator("#again button.primary"));
        press(bob.locator("main a.button.primary"));
        bob.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Autoriser")).click();
        assertThat(bob).hasURL(product.url(DESK + "/accounts"));

        bob.navigate(product.url(DESK + "/accounts/new/bluesky"));
        bob.fill("#handle", resident.handle());
        bob.fill("#password", resident.appPassword());
        bob.fill("#server", bluesky.url().toString());
        press(bob.locator("main form button.primary"));
        assertThat(bob).hasURL(product.url(DESK + "/accounts"));
        assertThat(bob.locator(".row")).hasCount(3);
        look(bob, "accounts");
    }

    @Test
    @Order(4)
    void composesOnAPhoneWithAPhoto() throws IOException {
        alice.navigate(product.url(DESK + "/publications"));
        alice.locator("summary.button.primary").click();
        press(alice.locator("button[name=kind][value=alert]"));
        alice.fill("#title", TITLE);
        alice.fill(
                "#text",
                "Un feu de végétation est en cours au nord de Vouillé. Évitez la D 43 et fermez vos fenêtres. "
                        + "Prochain point à 18 h. Plus d’informations : https://exemple.fr/feu-de-vouille #Vienne");
        alice.setInputFiles("#files", new FilePayload("fumee.jpg", "image/jpeg", photo()));
        assertThat(alice.locator(".pictures li")).hasCount(1);
        assertThat(alice.locator("#saved")).containsText(Pattern.compile("\\d"));

        press(alice.locator(".composer-bar button.primary"));
        assertThat(alice.locator(".mistake").first()).isVisible();
        look(alice, "compose-alt-missing-phone");
        alice.locator("textarea[name='images.0.alt']")
                .fill("Colonne de fumée au-dessus d’une forêt, trois camions de pompiers.");
        look(alice, "compose-phone");
        press(alice.locator("button[name=change][value=check-0]"));
        for (var question : alice.locator("fieldset input[value=none]").all()) {
            question.check();
        }
        press(alice.locator("main form button.primary"));
        press(alice.locator(".composer-bar button.primary"));
        assertThat(alice).hasURL(Pattern.compile(".*/publications/[0-9a-f-]{36}"));
        look(alice, "submitted-phone");
        assertThat(alice.locator("form[action$='/approval']")).hasCount(0);
    }

    @Test
    @Order(5)
    void approvesAtADeskAndSeesTheTruthPerChannel() {
        bob.navigate(product.url(DESK + "/approvals"));
        look(bob, "approvals");
        bob.getByText(TITLE).first().click();
        look(bob, "approve-desktop");
        press(bob.locator("form[action$='/approval'] button.primary"));
        assertThat(bob.locator("#deliveries .state-published"))
                .hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(bob.locator(".timeline").last())
                .containsText(
                        "Publiée partout",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        look(bob, "publication-desktop");
    }

    @Test
    @Order(6)
    void isReadByThePublicOnThreeNetworks() {
        var reader = browser.phone();
        reader.navigate(product.url("/u/sdis-essai"));
        reader.getByText(TITLE).first().click();
        assertThat(reader.locator("h1")).hasText(TITLE);
        assertThat(reader.locator(".gallery img"))
                .hasAttribute("alt", Pattern.compile("Colonne de fumée.*"));
        look(reader, "site-phone");
        assertThat(product.get("/u/sdis-essai/feed.atom")).contains(TITLE);

        assertThat(mastodon.created()).isEqualTo(1);
        var records =
                bluesky.get(
                                "com.atproto.repo.listRecords?repo="
                                        + resident.did()
                                        + "&collection=app.bsky.feed.post")
                        .path("records");
        assertThat(records.size()).isEqualTo(1);
        var record = records.path(0).path("value");
        assertThat(record.path("text").asString()).contains("Vouillé").contains("#Vienne");
        assertThat(record.path("embed").path("images").path(0).path("alt").asString())
                .startsWith("Colonne de fumée");
        assertThat(record.path("facets").size()).isEqualTo(2);
    }

    @Test
    @Order(7)
    void correctsWhatIsPublicFromAPhone() {
        alice.navigate(product.url(DESK + "/publications"));
        alice.getByText(TITLE).first().click();
        press(alice.locator("form[action$='/correction'] button"));
        assertThat(alice).hasURL(Pattern.compile(".*/edit"));
        alice.fill("#text", alice.locator("#text").inputValue().replace("D 43", "D 62"));
        alice.fill("#notice", "La route à éviter est la D 62, et non la D 43.");
        assertThat(alice.locator("#preview .preview-slot"))
                .containsText(
                        new String[] {
                            "modifie le message", "répond sous le message", "modifie le message"
                        });
        assertThat(alice.locator("#preview")).containsText("Rectificatif : La route à éviter");
        assertThat(alice.locator("#saved")).containsText(Pattern.compile("\\d"));
        look(alice, "correct-phone");
        press(alice.locator(".composer-bar button.primary"));
        assertThat(alice).hasURL(Pattern.compile(".*/publications/[0-9a-f-]{36}"));
        assertThat(alice.locator("#correction")).containsText("Correction à valider");
        look(alice, "correction-submitted-phone");
        assertThat(product.get("/u/sdis-essai/feed.json")).contains("D 43").doesNotContain("D 62");
        assertThat(mastodon.edits()).isZero();
    }

    @Test
    @Order(8)
    void approvesTheCorrectionKnowingHowItGetsThere() {
        bob.navigate(product.url(DESK + "/approvals"));
        bob.getByText(TITLE).first().click();
        assertThat(bob.locator("#correction .means li")).hasCount(3);
        assertThat(bob.locator("#correction del")).containsText("43");
        assertThat(bob.locator("#correction ins")).containsText("62");
        look(bob, "correction-approve-desktop");
        press(bob.locator("form[action$='/approval'] button.primary"));
        assertThat(bob.locator("#deliveries .state-published"))
                .containsText(
                        new String[] {"Corrigée", "Corrigée", "Corrigée"},
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        look(bob, "corrected-desktop");
        alice.reload();
        assertThat(alice.locator("#deliveries .corrected")).hasCount(3);
        look(alice, "corrected-phone");
    }

    @Test
    @Order(9)
    void isReadCorrectedOnThreeNetworks() {
        assertThat(mastodon.created()).isEqualTo(1);
        assertThat(mastodon.edits()).isEqualTo(1);
        var records =
                bluesky.get(
                                "com.atproto.repo.listRecords?reverse=true&repo="
                                        + resident.did()
                                        + "&collection=app.bsky.feed.post")
                        .path("records");
        assertThat(records.size()).isEqualTo(2);
        var answer = records.path(1).path("value");
        assertThat(answer.path("text").asString())
                .isEqualTo("Rectificatif : La route à éviter est la D 62, et non la D 43.");
        assertThat(answer.path("reply").path("parent").path("uri").asString())
                .isEqualTo(records.path(0).path("uri").asString());

        var reader = browser.phone();
        reader.navigate(product.url("/u/sdis-essai"));
        reader.getByText(TITLE).first().click();
        assertThat(reader.locator(".article-text")).containsText("D 62");
        reader.locator("#history > summary").click();
        assertThat(reader.locator("#history del")).containsText("43");
        look(reader, "site-corrected-phone");
        assertThat(product.get("/u/sdis-essai/feed.json")).contains("D 62").doesNotContain("D 43");
        assertThat(product.get("/search?q=62")).contains(TITLE);
    }

    @Test
    @Order(10)
    void drawsNoComplaintFromTheBrowser() {
        assertThat(browser.complaints()).isEmpty();
    }

    private Authenticator enrol(Page page) {
        page.locator("details:has(#key) > summary").click();
        var codes = new Authenticator(page.locator("#key").innerText());
        page.fill("#code", codes.code());
        look(page, "second-factor-" + (page == alice ? "phone" : "desktop"));
        press(page.locator("form[action='/desk/second-factor'] button.primary"));
        assertThat(page.locator(".recovery-codes li").first()).isVisible();
        look(page, "recovery-codes-" + (page == alice ? "phone" : "desktop"));
        press(page.locator("main a.button.primary"));
        return codes;
    }

    private static void press(Locator button) {
        button.click();
        button.page().waitForLoadState();
    }

    /// What every page must stand: no obstacle, no sideways scroll; and a picture for whoever wants
    /// to look.
    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Browser.assertNoSidewaysScroll(page);
        Browser.assertAccessible(page);
    }

    private static byte[] photo() throws IOException {
        try (var file = FirstDayTest.class.getResourceAsStream("/demo/feu-de-foret.jpg")) {
            if (file == null) {
                return Files.readAllBytes(
                        Path.of("../app/src/main/resources/demo/feu-de-foret.jpg"));
            }
            return file.readAllBytes();
        }
    }
}
