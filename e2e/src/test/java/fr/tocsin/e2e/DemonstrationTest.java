package fr.tocsin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// `./tocsin demo`, as somebody sees it who only wants to look around: every page by day and by
/// night, on a phone and at a desk, in both languages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

    private static final List<String> PUBLIC =
            List.of(
                    "/",
                    "/u/sdis-86",
                    "/u/gendarmerie-86/archive/alertes",
                    "/search?q=foret",
                    "/legal",
                    "/privacy",
                    "/accessibility",
                    "/u/sdis-86/2026/01/nothing-here");
    private static final List<String> AT_THE_DESK =
            List.of(
                    "publications",
                    "calendar",
                    "calendar?view=week",
                    "calendar?view=list",
                    "approvals",
                    "reviews",
                    "media",
                    "media/marks",
                    "accounts",
                    "members",
                    "unit",
                    "stoppage",
                    "audit",
                    "takedowns",
                    "templates");

    private Product product;
    private Browser browser;

    @BeforeAll
    void openUp() {
        product = Product.start(Map.of(), "demo");
        browser = new Browser();
    }

    @AfterAll
    void closeDown() {
        browser.close();
        product.close();
    }

    @Test
    void showsThePublicPagesWithoutObstacle() {
        for (var window : List.of(browser.phone(), browser.desktopAtNight())) {
            for (var path : PUBLIC) {
                window.navigate(product.url(path));
                stands(window, "public" + path);
            }
            window.navigate(product.url("/u/sdis-86"));
            window.getByText("Feu de forêt").last().click();
            stands(window, "public-post");
            assertThat(window.context().cookies()).isEmpty();
        }
    }

    @Test
    void showsTheDeskWithoutObstacle() {
        for (var window : List.of(browser.phoneAtNight(), browser.desktop())) {
            signIn(window, "bruno@gendarmerie-86.example");
            for (var place : AT_THE_DESK) {
                window.navigate(product.url("/desk/gendarmerie-86/" + place));
                stands(window, "desk-" + place);
            }
            window.navigate(product.url("/desk/gendarmerie-86/media"));
            window.locator(".media a").first().click();
            stands(window, "desk-picture");
            window.locator("a[href$='/studio']").click();
            stands(window, "desk-studio");
            correct(window);
            for (var place : List.of("account", "account/passkeys", "account/sessions")) {
                window.navigate(product.url("/desk/" + place));
                stands(window, "desk-" + place);
            }
            window.navigate(product.url("/desk/gendarmerie-86/publications?lang=en"));
            assertThat(window.locator("html")).hasAttribute("lang", "en");
            stands(window, "desk-english");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void answersAStrangerToTheUnitAsIfThereWereNothing() {
        var charlie = browser.desktop();
        signIn(charlie, "driss@police-poitiers.example");
        for (var place : AT_THE_DESK) {
            var answer = charlie.navigate(product.url("/desk/gendarmerie-86/" + place));
            assertThat(answer.status()).as(place).isEqualTo(404);
        }
    }

    /// Opens the correction of something public, looks at it, and gives it up.
    private void correct(Page window) {
        window.navigate(product.url("/desk/gendarmerie-86/publications?state=published"));
        window.locator(".row-title").first().click();
        window.locator("form[action$='/correction'] button").click();
        assertThat(window).hasURL(Pattern.compile(".*/edit"));
        stands(window, "desk-correction-editor");
        window.navigate(window.url().replace("/edit", ""));
        assertThat(window.locator("#correction")).isVisible();
        stands(window, "desk-correction");
        window.locator("form[action$='/correction/abandonment'] button").click();
        assertThat(window.locator("#correction")).hasCount(0);
    }

    private void signIn(Page window, String email) {
        window.navigate(product.url("/desk/sign-in"));
        window.fill("#email", email);
        window.fill("#password", product.printed(Pattern.compile("password: (\\S+)")));
        window.locator("main form button.primary").click();
        assertThat(window).hasURL(Pattern.compile(".*/publications"));
    }

    private static void stands(Page page, String name) {
        var size = page.viewportSize().width < 500 ? "-phone" : "-desktop";
        Browser.picture(page, name.replaceAll("[^a-z0-9-]+", "-") + size);
        Browser.assertNoSidewaysScroll(page);
        Browser.assertAccessible(page);
    }
}
