package fr.tocsin.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A phone with a passkey: made once, then it opens the door and confirms an emergency at night.
/// Chromium's virtual authenticator stands for the phone's fingerprint reader.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyTest {

    private static final String TITLE = "Évacuation du camping de Vouillé";

    private Product product;
    private Browser browser;
    private Page phone;
    private String password = "";

    @BeforeAll
    void openUp() {
        product = Product.start(Map.of(), "demo");
        password = product.printed(Pattern.compile("password: (\\S+)"));
        browser = new Browser();
        phone = browser.phoneAtNight();
        fingerprintReader(phone);
    }

    @AfterAll
    void closeDown() {
        browser.close();
        product.close();
    }

    @Test
    @Order(1)
    void makesAPasskeyAfterConfirmingWithThePassword() {
        phone.navigate(product.url("/desk/sign-in"));
        look("passkey-sign-in-phone");
        phone.fill("#email", "bruno@gendarmerie-86.example");
        phone.fill("#password", password);
        phone.locator("form[action='/desk/sign-in'] button").click();
        assertThat(phone).hasURL(Pattern.compile(".*/publications"));

        phone.navigate(product.url("/desk/account/passkeys"));
        look("passkeys-none-phone");
        phone.locator("form[action$='/new'] button").click();
        look("asked-again-password-phone");
        phone.fill("#proof", "not this one");
        phone.locator("#again button.primary").click();
        assertThat(phone.locator(".mistakes")).isVisible();
        phone.fill("#proof", password);
        phone.locator("#again button.primary").click();

        assertThat(phone).hasURL(product.url("/desk/account/passkeys"));
        phone.fill("#name", "Téléphone de service");
        look("passkey-new-phone");
        phone.locator("[data-passkey='create'] button").click();
        assertThat(phone.locator(".row")).containsText("Téléphone de service");
        look("passkeys-phone");
    }

    @Test
    @Order(2)
    void signsInWithAFinger() {
        phone.navigate(product.url("/desk/account"));
        phone.locator("form[action='/desk/sign-out'] button").last().click();
        assertThat(phone).hasURL(Pattern.compile(".*/desk/(sign-in|gendarmerie-86/.*)"));
        if (phone.url().endsWith("/sign-in")) { // the browser may have offered the key by itself
            phone.locator("[data-passkey='get'] button").click();
        }
        assertThat(phone).hasURL(Pattern.compile(".*/publications"));
        phone.navigate(product.url("/desk/account/sessions"));
        assertThat(phone.locator(".row").first()).containsText("Clé d’accès");
    }

    @Test
    @Order(3)
    void publishesInAnEmergencyWithTheSameFinger() {
        phone.navigate(product.url("/desk/gendarmerie-86/publications"));
        phone.locator("summary.button.primary").click();
        phone.locator("button[name=kind][value=alert]").click();
        phone.fill("#title", TITLE);
        phone.fill("#text", "Quittez le camping par le sud, sans attendre.");
        phone.locator(".emergency-fold > summary").click();
        phone.fill("#reason", "Le feu avance vers les tentes.");
        phone.locator("button[formaction$='/emergency']").click();

        assertThat(phone.locator("#again")).isVisible();
        look("asked-again-passkey-phone");
        phone.locator("#again [data-passkey='get'] button").click();
        assertThat(phone).hasURL(Pattern.compile(".*/publications/[0-9a-f-]{36}"));
        assertThat(phone.locator("main")).containsText(TITLE);
        assertThat(phone.locator("main")).containsText("Le feu avance vers les tentes.");
        look("emergency-published-phone");
    }

    @Test
    @Order(4)
    void losesNothingWhenTheFingerIsNotRecognised() {
        var stranger = browser.phone();
        fingerprintReader(stranger);
        stranger.navigate(product.url("/desk/sign-in"));
        stranger.fill("#email", "bruno@gendarmerie-86.example");
        stranger.locator("[data-passkey='get'] button").click();
        assertThat(stranger.locator("[data-passkey-failed]")).isVisible();
        assertThat(stranger.locator("#email")).hasValue("bruno@gendarmerie-86.example");
    }

    @Test
    @Order(5)
    void drawsNoComplaintFromTheBrowser() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static void fingerprintReader(Page page) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wrapped = new JsonObject();
        wrapped.add("options", options);
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        session.send("WebAuthn.addVirtualAuthenticator", wrapped);
    }

    private void look(String name) {
        Browser.picture(phone, name);
        Browser.assertNoSidewaysScroll(phone);
        Browser.assertAccessible(phone);
    }
}
