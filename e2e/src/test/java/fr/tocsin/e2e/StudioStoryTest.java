package fr.tocsin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// Before it is too late: a plate is hidden with a finger on a phone at night, another area by the
/// keys alone, the picture is checked, and only then the publication leaves its author's hands.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioStoryTest {

    private static final String DESK = "/desk/gendarmerie-86";

    private Product product;
    private Browser browser;
    private Page alice;
    private String editor = "";

    @BeforeAll
    void openUp() {
        product = Product.start(Map.of(), "demo");
        browser = new Browser();
        alice = browser.phoneAtNight();
        signIn(alice, "alice@gendarmerie-86.example");
    }

    @AfterAll
    void closeDown() {
        browser.close();
        product.close();
    }

    @Test
    @Order(1)
    void hidesAPlateWithAFinger() {
        alice.navigate(product.url(DESK + "/publications?state=drafts"));
        alice.getByText("Vélo marqué").first().click();
        alice.locator("a[href$='/edit']").first().click();
        assertThat(alice).hasURL(Pattern.compile(".*/edit"));
        editor = alice.url();
        alice.locator("button[name=change][value=studio-0]").click();
        assertThat(alice.locator("#studio")).isVisible();
        look(alice, "studio-empty-phone");

        drag(alice, 0.30, 0.55, 0.60, 0.75);
        assertThat(alice.locator(".area-SOLID")).hasCount(1);
        assertThat(alice.locator("[name='masks.0.width']"))
                .hasValue(Pattern.compile("(29|30|31).*"));
        alice.locator("#undo").click();
        assertThat(alice.locator(".area")).hasCount(0);
        drag(alice, 0.30, 0.55, 0.60, 0.75);
        drawn(alice);
        look(alice, "studio-plate-phone");
        var targets = "#studio :is(button:not(.visually-hidden, .area), select, a):visible";
        for (var target : alice.locator(targets).all()) {
            assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(43.5);
        }
        alice.locator(".form-actions button.primary").click();
        assertThat(alice).hasURL(Pattern.compile(".*/edit#pictures"));
        look(alice, "studio-done-phone");
    }

    @Test
    @Order(2)
    void hidesAFaceByTheKeysAlone() {
        var desk = browser.desktop();
        signIn(desk, "alice@gendarmerie-86.example");
        desk.navigate(editor);
        var studio = desk.locator("button[name=change][value=studio-0]");
        studio.focus();
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".area-SOLID")).hasCount(1);
        desk.locator("button[value='add:MOSAIC']").focus();
        desk.keyboard().press("Enter");
        var area = desk.locator(".area-MOSAIC");
        assertThat(area).isFocused();
        for (var i = 0; i < 5; i++) {
            desk.keyboard().press("ArrowUp");
            desk.keyboard().press("Shift+ArrowRight");
        }
        assertThat(desk.locator("[name='masks.1.top']")).hasValue("35");
        assertThat(desk.locator("[name='masks.1.width']")).hasValue("25");
        assertThat(desk.locator("#studio-said")).containsText("35");
        desk.keyboard().press("Control+z");
        assertThat(desk.locator("[name='masks.1.width']")).hasValue("24");
        drawn(desk);
        look(desk, "studio-keys-desktop");
        desk.locator("button[value='turn']").click();
        assertThat(desk.locator("[name=quarters]")).hasValue("1");
        drawn(desk);
        look(desk, "studio-turned-desktop");
        desk.locator("#undo").click();
        desk.locator(".form-actions button.primary").click();
        assertThat(desk).hasURL(Pattern.compile(".*/edit#pictures"));
    }

    @Test
    @Order(3)
    void submitsOnlyWhatWasChecked() {
        alice.navigate(editor);
        alice.locator(".composer-bar button.primary").click();
        assertThat(alice.locator(".mistake").first()).isVisible();
        look(alice, "checklist-missing-phone");
        alice.locator("button[name=change][value=check-0]").click();
        for (var question : List.of("minor", "handcuffs", "victim", "screen")) {
            alice.locator("input[name=" + question + "][value=none]").check();
        }
        alice.locator("input[name=plate][value=hidden]").check();
        look(alice, "checklist-phone");
        alice.locator(".form-actions button.primary").click();
        assertThat(alice).hasURL(Pattern.compile(".*/edit#pictures"));
        alice.locator(".composer-bar button.primary").click();
        assertThat(alice).hasURL(Pattern.compile(".*/publications/[0-9a-f-]{36}"));
        assertThat(alice.locator("#checks")).containsText("Masqué");
        look(alice, "checked-phone");
        assertThat(browser.complaints()).isEmpty();
    }

    /// A finger put down, moved and lifted: real touch events, as a phone sends them.
    private static void drag(Page page, double fromX, double fromY, double toX, double toY) {
        page.locator("#stage").scrollIntoViewIfNeeded();
        var stage = page.locator("#stage").boundingBox();
        var finger = page.context().newCDPSession(page);
        finger.send("Input.dispatchTouchEvent", touch("touchStart", stage, fromX, fromY));
        for (var step = 1; step <= 5; step++) {
            finger.send(
                    "Input.dispatchTouchEvent",
                    touch(
                            "touchMove",
                            stage,
                            fromX + (toX - fromX) * step / 5,
                            fromY + (toY - fromY) * step / 5));
        }
        var lifted = new JsonObject();
        lifted.addProperty("type", "touchEnd");
        lifted.add("touchPoints", new JsonArray());
        finger.send("Input.dispatchTouchEvent", lifted);
        finger.detach();
    }

    private static JsonObject touch(String type, BoundingBox stage, double x, double y) {
        var point = new JsonObject();
        point.addProperty("x", stage.x + x * stage.width);
        point.addProperty("y", stage.y + y * stage.height);
        var points = new JsonArray();
        points.add(point);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }

    /// Waits until the server has drawn the result.
    private static void drawn(Page page) {
        Locator result = page.locator("#result");
        page.waitForFunction(
                "() => { const r = document.getElementById('result');"
                        + " return !r.hasAttribute('aria-busy') && r.complete && r.naturalWidth > 0; }");
        assertThat(result).isVisible();
    }

    private void signIn(Page window, String email) {
        window.navigate(product.url("/desk/sign-in"));
        window.fill("#email", email);
        window.fill("#password", product.printed(Pattern.compile("password: (\\S+)")));
        window.locator("main form button.primary").click();
        assertThat(window).hasURL(Pattern.compile(".*/publications"));
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Browser.assertNoSidewaysScroll(page);
        Browser.assertAccessible(page);
    }
}
