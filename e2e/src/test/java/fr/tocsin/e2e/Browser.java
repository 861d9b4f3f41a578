package fr.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Chromium with nothing of ours in it; every window starts without cookies.
final class Browser implements AutoCloseable {

    /// The hash of an empty style, which taking a picture sets and removes again.
    private static final String EMPTY_STYLE = "sha256-47DEQpj8HBSa";

    private static final Path PICTURES = Path.of("target", "pictures");

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
    private final List<String> complaints = new ArrayList<>();

    /// A phone in portrait.
    Page phone() {
        return window(390, 844, ColorScheme.LIGHT, true);
    }

    Page desktop() {
        return window(1280, 900, ColorScheme.LIGHT, false);
    }

    /// The same by night.
    Page desktopAtNight() {
        return window(1280, 900, ColorScheme.DARK, false);
    }

    Page phoneAtNight() {
        return window(390, 844, ColorScheme.DARK, true);
    }

    /// What the browser complained about: script errors, refused resources, broken policies.
    List<String> complaints() {
        return complaints;
    }

    /// Keeps two pictures for whoever wants to look: the whole page, and what the window shows of
    /// it.
    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-window.png")));
    }

    /// Fails when axe finds an obstacle on the page (WCAG 2.2 A and AA, best practices).
    static void assertAccessible(Page page) {
        var found = new AxeBuilder(page).analyze().getViolations();
        assertThat(
                        found.stream()
                                .map(rule ->
                                        rule.getId()
                                                + ": "
                                                + rule.getHelp()
                                                + " "
                                                + rule.getNodes().stream()
                                                        .map(node -> node.getHtml())
                                                        .limit(3)
                                                        .toList())
                                .toList())
                .as("axe on " + page.url())
                .isEmpty();
    }

    /// Fails when the page is wider than the window.
    static void assertNoSidewaysScroll(Page page) {
        var excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) excess).intValue())
                .as("pixels too wide: " + page.url())
                .isLessThanOrEqualTo(0);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private Page window(int width, int height, ColorScheme scheme, boolean touch) {
        BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setColorScheme(scheme)
                                .setHasTouch(touch)
                                .setLocale("fr-FR")
                                .setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(15_000);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("status of 4")
                    && !message.text().startsWith("htmx:")
                    && !message.text().contains(EMPTY_STYLE)) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "Chromium is missing; `./tocsin test` installs it, or install the"
                                        + " package chromium"));
    }
}
