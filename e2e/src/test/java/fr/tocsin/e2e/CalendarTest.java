package fr.tocsin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A prevention message finds its place in next month's calendar: dragged with a mouse, carried
/// with the keyboard, seen on a phone.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarTest {

    private static final String DESK = "/desk/gendarmerie-86";
    private static final String TITLE = "Vérifiez vos détecteurs de fumée";

    /// Always to come, and far from any change of hour.
    private static final LocalDate MONTH = LocalDate.now().withDayOfMonth(1).plusMonths(1);

    private Product product;
    private Browser browser;
    private Page alice;

    @BeforeAll
    void openUp() {
        product = Product.start(Map.of(), "demo");
        browser = new Browser();
        alice = browser.desktop();
        signIn(alice);
    }

    @AfterAll
    void closeDown() {
        browser.close();
        product.close();
    }

    @Test
    @Order(1)
    void isWarnedWhileChoosingATime() {
        alice.navigate(product.url(DESK + "/publications"));
        alice.locator("summary.button.primary").click();
        alice.locator("button[name=kind][value=prevention]").click();
        alice.fill("#title", TITLE);
        alice.fill("#text", "Un détecteur par étage, testé une fois par mois.");
        alice.fill("#planned", MONTH.withDayOfMonth(14) + "T23:30");
        alice.locator("#planned").blur();
        assertThat(alice.locator("#dst .cal-clash")).containsText("La nuit");
        alice.fill("#planned", MONTH.withDayOfMonth(14) + "T18:00");
        alice.locator("#planned").blur();
        assertThat(alice.locator("#dst .cal-clash")).hasCount(0);
        assertThat(alice.locator("#saved")).containsText(Pattern.compile("\\d"));
    }

    @Test
    @Order(2)
    void dragsItToAnotherDay() {
        alice.navigate(product.url(DESK + "/calendar?date=" + MONTH));
        look(alice, "calendar-month");
        drag(alice, item(alice, 14), day(alice, 16));
        assertThat(alice.locator(".notice-done")).containsText(TITLE);
        assertThat(item(alice, 16)).hasCount(1);
        look(alice, "calendar-dragged");
    }

    @Test
    @Order(3)
    void carriesItByKeyboard() {
        item(alice, 16).locator(".cal-link").focus();
        alice.keyboard().press("Space");
        assertThat(alice.locator("#carry-said")).containsText("Prise");
        alice.keyboard().press("ArrowRight");
        alice.keyboard().press("ArrowDown");
        assertThat(day(alice, 24)).hasClass(Pattern.compile(".*cal-over.*"));
        Browser.picture(alice, "calendar-carried");
        alice.keyboard().press("Enter");
        assertThat(item(alice, 24)).hasCount(1);
        assertThat(item(alice, 24).locator(".cal-link")).isFocused();

        alice.keyboard().press("Space");
        alice.keyboard().press("ArrowLeft");
        alice.keyboard().press("Escape");
        assertThat(item(alice, 24)).hasCount(1);
        assertThat(alice.locator(".cal-over")).hasCount(0);
    }

    @Test
    @Order(4)
    void changesTheHourInTheWeek() {
        alice.navigate(product.url(DESK + "/calendar?view=week&date=" + MONTH.withDayOfMonth(24)));
        look(alice, "calendar-week");
        var cell = alice.locator("td[data-day='" + MONTH.withDayOfMonth(24) + "'][data-hour='16']");
        drag(alice, alice.locator(".cal-item").filter(with(TITLE)), cell);
        assertThat(cell.locator(".cal-when")).hasText("16:00");
    }

    @Test
    @Order(5)
    void isAnAgendaOnAPhone() {
        var phone = browser.phone();
        signIn(phone);
        phone.navigate(product.url(DESK + "/calendar?date=" + MONTH));
        assertThat(item(phone, 24)).isVisible();
        assertThat(day(phone, 3)).isHidden();
        look(phone, "calendar-phone");
        hold(phone, item(phone, 24));
        phone.locator(".cal-move").filter(with(TITLE)).click();
        phone.fill("#planned", MONTH.withDayOfMonth(25) + "T10:00");
        look(phone, "calendar-move-phone");
        phone.locator("main form button.primary").click();
        assertThat(item(phone, 25)).isVisible();
        look(phone, "calendar-moved-phone");
        assertThat(browser.complaints()).isEmpty();
    }

    /// A finger that rests takes the publication, and leaves it where it was.
    private static void hold(Page page, Locator item) {
        var box = item.locator(".cal-heading").boundingBox();
        var at = Map.of("x", box.x + 5, "y", box.y + 5);
        var finger = page.context().newCDPSession(page);
        finger.send("Input.dispatchTouchEvent", touch("touchStart", at));
        assertThat(item).hasClass(Pattern.compile(".*cal-taken.*"));
        finger.send("Input.dispatchTouchEvent", touch("touchEnd", Map.of()));
        assertThat(page.locator(".cal-taken")).hasCount(0);
    }

    private static com.google.gson.JsonObject touch(String type, Map<String, Double> at) {
        var event = new com.google.gson.JsonObject();
        event.addProperty("type", type);
        var points = new com.google.gson.JsonArray();
        if (!at.isEmpty()) {
            var point = new com.google.gson.JsonObject();
            at.forEach(point::addProperty);
            points.add(point);
        }
        event.add("touchPoints", points);
        return event;
    }

    private static void drag(Page page, Locator item, Locator cell) {
        item.locator(".cal-heading").scrollIntoViewIfNeeded();
        item.locator(".cal-heading").hover();
        page.mouse().down();
        cell.hover(new Locator.HoverOptions().setForce(true));
        page.mouse()
                .move(
                        cell.boundingBox().x + cell.boundingBox().width / 2,
                        cell.boundingBox().y + cell.boundingBox().height / 2,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }

    private static Locator day(Page page, int day) {
        return page.locator("td[data-day='" + MONTH.withDayOfMonth(day) + "']");
    }

    private static Locator item(Page page, int day) {
        return day(page, day).locator(".cal-item").filter(with(TITLE));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void signIn(Page window) {
        window.navigate(product.url("/desk/sign-in"));
        window.fill("#email", "alice@gendarmerie-86.example");
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
