package fr.tocsin.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.media.Films;
import fr.tocsin.media.Media;
import fr.tocsin.media.Upload;
import fr.tocsin.media.moving.Reels;
import fr.tocsin.site.PublicPost;
import fr.tocsin.site.Site;
import fr.tocsin.units.Cast;
import fr.tocsin.units.UnitId;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// What the public gets, over real HTTP.
@TocsinTest
class SitePagesTest {

    @Autowired private Site site;
    @Autowired private ApplicationContext context;
    @LocalServerPort private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Cast cast;

    @BeforeEach
    void twoUnits() {
        cast = Cast.in(context);
    }

    @Test
    void showsAPublicationUnderItsAddress() throws Exception {
        var post =
                publish(
                        cast.unit.id(),
                        Kind.ALERT,
                        "Feu à Montamisé",
                        "Évitez le massif.\n\nProchain point à 18 h.");

        var page = get(post.path());

        assertThat(page.statusCode()).isEqualTo(200);
        var html = Jsoup.parse(page.body());
        assertThat(html.select("h1").text()).isEqualTo("Feu à Montamisé");
        assertThat(html.select(".article-text p").eachText())
                .containsExactly("Évitez le massif.", "Prochain point à 18 h.");
        assertThat(html.select("meta[property=og:title]").attr("content"))
                .isEqualTo("Feu à Montamisé");
        assertThat(html.select("a[href^=tel:]").eachText().toString()).contains("17", "18", "112");
    }

    @Test
    void showsWhatAPageSaidBeforeItWasCorrected() throws Exception {
        var post = publish(cast.unit.id(), Kind.ALERT, "Route coupée", "La D 34 est coupée.");
        var corrected = correct(post, "La D 43 est coupée.", "Une autre route.", false);
        correct(post, "La D 43 est coupée.", "Une autre route.", false); // a repeat
        correct(post, "La D 43 est coupée à Naintré.", "", false);

        assertThat(corrected.path()).isEqualTo(post.path());
        var html = Jsoup.parse(get(post.path()).body());
        assertThat(html.select(".article-text").text()).isEqualTo("La D 43 est coupée à Naintré.");
        assertThat(html.select("#history li")).hasSize(2);
        assertThat(html.select("#history li:last-child").text()).contains("Une autre route.");
        assertThat(html.select("#history li:last-child del").text()).isEqualTo("34");
        assertThat(html.select("#history li:last-child ins").text()).isEqualTo("43");
        assertThat(html.select("meta[property=article:modified_time]").attr("content"))
                .isEqualTo(
                        site.find(cast.unit.id(), post.publication())
                                .orElseThrow()
                                .updatedAt()
                                .toString());
    }

    @Test
    void erasesWhatIsNotToBeShownAnyMore() throws Exception {
        var post = publish(cast.unit.id(), Kind.APPEAL, "Appel", "Appelez Zébulon Untel.");
        correct(post, "Appelez Zébulon Untel au service.", "Numéro de Zébulon", false);
        correct(post, "Appelez le service.", "", true);
        correct(post, "Appelez le service.", "", true); // a repeat

        var page = get(post.path());
        assertThat(page.body()).doesNotContain("Zébulon").doesNotContain("Untel");
        assertThat(Jsoup.parse(page.body()).select("#history li")).hasSize(2);
        assertThat(site.history(site.find(cast.unit.id(), post.publication()).orElseThrow()))
                .allSatisfy(version -> assertThat(version.words()).isNull());
        assertThat(get("/search?q=zebulon").body()).doesNotContain(post.path());
    }

    @Test
    void tellsFeedsThatAPageWasCorrected() throws Exception {
        var post = publish(cast.unit.id(), Kind.ALERT, "Fumées", "Fermez les fenêtres.");
        var corrected = correct(post, "Ouvrez les fenêtres.", "", false);
        assertThat(corrected.updatedAt()).isAfter(post.publishedAt());
        var when = corrected.updatedAt().toString();
        var feeds = "/u/" + cast.unit.slug() + "/feed.";

        var item = JsonMapper.shared().readTree(get(feeds + "json").body()).path("items").path(0);
        assertThat(item.path("date_modified").asString()).isEqualTo(when);
        assertThat(item.path("content_html").asString()).contains("Ouvrez");
        var atom = Jsoup.parse(get(feeds + "atom").body(), Parser.xmlParser());
        assertThat(Instant.parse(atom.select("entry > updated").text()))
                .isEqualTo(corrected.updatedAt().truncatedTo(ChronoUnit.SECONDS));
        var rss = Jsoup.parse(get(feeds + "rss").body(), Parser.xmlParser());
        assertThat(rss.select("item > atom|updated").text()).isEqualTo(when);
    }

    @Test
    void aPageThatWasTakenDownIsNotCorrected() {
        var post = publish(cast.unit.id(), Kind.ALERT, "Parti", "Parti.");
        correct(post, "Encore là.", "", false);
        site.remove(cast.unit.id(), post.publication());

        assertThat(site.correct(entry(post, "De retour"), "", false)).isEmpty();
        assertThat(site.history(post)).isEmpty();
    }

    private PublicPost correct(PublicPost post, String body, String note, boolean withheld) {
        return site.correct(entry(post, body), note, withheld).orElseThrow();
    }

    private static Site.Entry entry(PublicPost post, String body) {
        return new Site.Entry(
                post.publication(),
                post.unit(),
                post.kind(),
                post.language(),
                post.title(),
                post.warning(),
                body,
                post.link(),
                List.of());
    }

    @Test
    void setsNoCookieAndAsksNobodyElse() throws Exception {
        var post = publish(cast.unit.id(), Kind.PREVENTION, "Chauffage", "Aérez.");

        for (var path :
                List.of(
                        "/",
                        "/u/" + cast.unit.slug(),
                        post.path(),
                        "/search?q=chauffage",
                        "/privacy")) {
            var page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
            for (var resource :
                    Jsoup.parse(page.body()).select("link[rel=stylesheet], script, img, iframe")) {
                assertThat(resource.attr("href") + resource.attr("src")).as(path).startsWith("/");
            }
        }
    }

    @Test
    void answers304ToWhoeverHasThePageAlready() throws Exception {
        var post = publish(cast.unit.id(), Kind.PREVENTION, "Chauffage", "Aérez.");
        var first = get(post.path()).headers();
        var tag = first.firstValue("ETag").orElseThrow();
        assertThat(first.firstValue("Cache-Control").orElse(""))
                .contains("public")
                .contains("max-age=30");
        assertThat(String.join(",", first.allValues("Vary")))
                .containsIgnoringCase("Accept-Language");

        var again =
                http.send(
                        HttpRequest.newBuilder(uri(post.path()))
                                .header("If-None-Match", tag)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void tellsHeadWhatItTellsGet() throws Exception {
        publish(cast.unit.id(), Kind.PREVENTION, "Chauffage", "Aérez.");
        for (var path : List.of("/", "/u/" + cast.unit.slug())) {
            var tag = get(path).headers().firstValue("ETag").orElseThrow();
            var head =
                    http.send(
                            HttpRequest.newBuilder(uri(path)).HEAD().build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("ETag")).contains(tag);
        }
    }

    @Test
    void hasNoPageBeyondTheLast() throws Exception {
        for (var path :
                List.of("/", "/u/" + cast.unit.slug(), "/u/" + cast.unit.slug() + "/archive")) {
            assertThat(get(path + "?page=1").statusCode()).as(path).isEqualTo(200);
            assertThat(get(path + "?page=99").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void leadsToItsIconWhoeverLooksForOne() throws Exception {
        var icon = get("/favicon.ico");
        assertThat(icon.statusCode()).isEqualTo(302);
        assertThat(get(icon.headers().firstValue("Location").orElseThrow()).body())
                .contains("<svg");
    }

    @Test
    void answers410WithoutAWordOfWhatWasTakenDown() throws Exception {
        var post = publish(cast.unit.id(), Kind.APPEAL, "Disparition de Thomas", "Thomas, 16 ans.");
        site.remove(cast.unit.id(), post.publication());

        var page = get(post.path());

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).doesNotContain("Thomas").contains("noindex");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(get("/sitemap.xml").body()).doesNotContain(post.path());
        assertThat(get("/u/" + cast.unit.slug()).body()).doesNotContain("Thomas");
        assertThat(get("/u/" + cast.unit.slug() + "/feed.atom").body()).doesNotContain("Thomas");
        assertThat(get("/search?q=Thomas").body()).doesNotContain(post.path());
    }

    @Test
    void tellsThoseWhoFollowTheFeedWhatIsGone() throws Exception {
        var post = publish(cast.unit.id(), Kind.APPEAL, "Disparition de Léa", "Léa, 12 ans.");
        site.remove(cast.unit.id(), post.publication());

        for (var feed : List.of("/feed.atom", "/archive/appels/feed.atom")) {
            var gone =
                    Jsoup.parse(
                            get("/u/" + cast.unit.slug() + feed).body(), "", Parser.xmlParser());
            assertThat(gone.select("at|deleted-entry").attr("ref"))
                    .as(feed)
                    .isEqualTo("urn:uuid:" + post.publication());
            assertThat(gone.select("at|deleted-entry").attr("when")).isNotEmpty();
        }
        assertThat(get("/u/" + cast.elsewhere.slug() + "/feed.atom").body())
                .doesNotContain("deleted-entry");
    }

    @Test
    void doesNotBringBackWhatWasTakenDown() {
        var entry = entry(cast.unit.id(), Kind.COMMUNITY, "Un chat", "Redescendu.");
        site.publish(entry);
        site.remove(cast.unit.id(), entry.publication());

        assertThat(site.publish(entry)).isEmpty();
        assertThat(site.find(cast.unit.id(), entry.publication())).isEmpty();
    }

    @Test
    void makesOnePageOfOnePublicationHoweverOftenItIsSent() {
        var entry = entry(cast.unit.id(), Kind.COMMUNITY, "Un chat", "Redescendu.");

        var first = site.publish(entry).orElseThrow();
        var second = site.publish(entry).orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(site.latest(cast.unit.id(), null, 1, 10).total()).isEqualTo(1);
    }

    @Test
    void givesTwoPublicationsOfTheSameTitleTwoAddresses() {
        var first = publish(cast.unit.id(), Kind.PROPERTY, "Vélo retrouvé", "Vert.");
        var second = publish(cast.unit.id(), Kind.PROPERTY, "Vélo retrouvé", "Rouge.");

        assertThat(second.path()).isEqualTo(first.path() + "-2");
    }

    @Test
    void keepsTheUnitsApart() throws Exception {
        var post = publish(cast.unit.id(), Kind.PROPERTY, "Bijoux retrouvés", "Une bague.");

        assertThat(get("/u/" + cast.elsewhere.slug()).body()).doesNotContain("Bijoux");
        assertThat(get(post.path().replace(cast.unit.slug(), cast.elsewhere.slug())).statusCode())
                .isEqualTo(404);
        assertThat(site.find(cast.elsewhere.id(), post.publication())).isEmpty();
        site.remove(cast.elsewhere.id(), post.publication());
        assertThat(get(post.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void findsWordsWithoutAccentsAndByTheirBeginning() {
        publish(cast.unit.id(), Kind.ALERT, "Accident à Châtellerault", "Deux poids lourds.");

        for (var words :
                List.of("chatellerault", "CHÂTELLERAULT", "chatel", "accidents", "poids lourd")) {
            assertThat(site.search(cast.unit.id(), words, 1, 10).items()).as(words).hasSize(1);
        }
        assertThat(site.search(cast.unit.id(), "inondation", 1, 10).items()).isEmpty();
        assertThat(site.search(cast.unit.id(), "' | & ! (", 1, 10).items()).isEmpty();
    }

    @Test
    void offersTheSameInThreeFeedFormats() throws Exception {
        var post =
                publish(
                        cast.unit.id(),
                        Kind.PREVENTION,
                        "Noyade & silence",
                        "Un enfant <ne crie> pas.");
        var base = "/u/" + cast.unit.slug() + "/feed.";

        for (var format : List.of("atom", "rss")) {
            var feed = new SyndFeedInput().build(new StringReader(get(base + format).body()));
            var entry = feed.getEntries().getFirst();
            assertThat(entry.getTitle()).isEqualTo("Noyade & silence");
            assertThat(entry.getLink()).endsWith(post.path());
            assertThat(entry.getUri()).isEqualTo("urn:uuid:" + post.publication());
        }
        var json = JsonMapper.builder().build().readTree(get(base + "json").body());
        assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.path("items").path(0).path("content_html").asString())
                .contains("&lt;ne crie&gt;");
        assertThat(get(base + "atom").headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/atom+xml");
    }

    @Test
    void namesItsFeedsOnTheFrontPage() throws Exception {
        var links = Jsoup.parse(get("/").body()).select("link[rel=alternate]");

        assertThat(links.eachAttr("type"))
                .contains("application/atom+xml", "application/rss+xml", "application/feed+json");
        for (var href : links.eachAttr("href")) {
            assertThat(get(href).statusCode()).as(href).isEqualTo(200);
        }
    }

    @Test
    void listsEveryPublicPageInTheSitemap() throws Exception {
        var post = publish(cast.unit.id(), Kind.PREVENTION, "Chauffage", "Aérez.");

        assertThat(get("/sitemap.xml").body()).contains("<loc>" + site.address(post) + "</loc>");
        assertThat(get("/robots.txt").body()).contains("Disallow: /desk");
    }

    @Test
    void speaksEnglishToWhoeverAsksForIt() throws Exception {
        var english =
                http.send(
                        HttpRequest.newBuilder(uri("/legal"))
                                .header("Accept-Language", "en")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(Jsoup.parse(english.body()).select("h1").text()).isEqualTo("Legal notice");
        assertThat(Jsoup.parse(get("/legal").body()).select("h1").text())
                .isEqualTo("Mentions légales");
    }

    @Test
    void playsAVideoWithItsCaptionsOnceItIsPublic() throws Exception {
        var media = context.getBean(Media.class);
        var stored = media.store(cast.unit.id(), cast.alice.id(), "r.mp4", Reels.mp4(5));
        var item = ((Upload.Stored) stored).item();
        context.getBean(Films.class)
                .caption(cast.unit.id(), item.id(), "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour");
        var base = "/u/" + cast.unit.slug() + "/media/" + item.id();
        assertThat(get(base + "/film").statusCode()).isEqualTo(404);
        assertThat(get(base + "/captions").statusCode()).isEqualTo(404);

        var post =
                site.publish(
                                new Site.Entry(
                                        UUID.randomUUID(),
                                        cast.unit.id(),
                                        Kind.COMMUNITY,
                                        "fr",
                                        "Une ronde",
                                        null,
                                        "Nos cavaliers.",
                                        null,
                                        List.of(new PublicPost.Picture(item.id(), "Deux chevaux"))))
                        .orElseThrow();
        var video = Jsoup.parse(get(post.path()).body()).select("video");
        assertThat(video.select("source").attr("src")).isEqualTo(base + "/film");
        assertThat(video.select("track").attr("src")).isEqualTo(base + "/captions");
        assertThat(video.attr("poster")).isNotEmpty();
        assertThat(get(base + "/film").headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(get(base + "/captions").body()).startsWith("WEBVTT");
        var elsewhere = base.replace(cast.unit.slug(), cast.elsewhere.slug());
        assertThat(get(elsewhere + "/film").statusCode()).isEqualTo(404);
        site.remove(cast.unit.id(), post.publication());
        assertThat(get(base + "/film").statusCode()).isEqualTo(404);
    }

    private PublicPost publish(UnitId unit, Kind kind, String title, String body) {
        return site.publish(entry(unit, kind, title, body)).orElseThrow();
    }

    private static Site.Entry entry(UnitId unit, Kind kind, String title, String body) {
        return new Site.Entry(
                UUID.randomUUID(), unit, kind, "fr", title, null, body, null, List.of());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
