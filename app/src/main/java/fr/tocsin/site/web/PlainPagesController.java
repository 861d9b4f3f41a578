package fr.tocsin.site.web;

import fr.tocsin.settings.Settings;
import fr.tocsin.site.Site;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/// What stands beside the publications: legal notice, privacy, accessibility, and what robots read.
@Controller
class PlainPagesController {

    /// The sitemap protocol allows no more addresses in one file.
    private static final int SITEMAP_LIMIT = 50_000;

    private final Site site;
    private final Units units;
    private final Settings settings;

    PlainPagesController(Site site, Units units, Settings settings) {
        this.site = site;
        this.units = units;
        this.settings = settings;
    }

    @GetMapping("/{topic:legal|privacy|accessibility}")
    ModelAndView text(@PathVariable String topic) {
        return new ModelAndView(
                "site/text",
                "page",
                new TextPage(topic, units.all(), settings.publicUrl().toString()));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(SiteController.BRIEFLY)
                .body(
                        """
                        User-agent: *
                        Disallow: /desk
                        Disallow: /search
                        Sitemap: %s
                        """
                                .formatted(site.address("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap() {
        var pages =
                units.all().stream()
                        .map(Unit::slug)
                        .flatMap(slug -> Stream.of("/u/" + slug, "/u/" + slug + "/archive"));
        var fixed =
                Stream.concat(Stream.of("/", "/legal", "/privacy", "/accessibility"), pages)
                        .map(path -> "<url><loc>" + escaped(path) + "</loc></url>");
        var posts =
                site.changes(SITEMAP_LIMIT - 1_000).stream()
                        .map(change ->
                                "<url><loc>"
                                        + escaped(change.path())
                                        + "</loc><lastmod>"
                                        + change.at()
                                        + "</lastmod></url>");
        var xml =
                Stream.concat(fixed, posts)
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset"
                                                + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                                        "\n</urlset>\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(SiteController.BRIEFLY)
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }

    private String escaped(String path) {
        return HtmlUtils.htmlEscape(site.address(path).toString());
    }
}
