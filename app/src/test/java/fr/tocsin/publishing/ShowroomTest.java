package fr.tocsin.publishing;

import com.sun.net.httpserver.HttpServer;
import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.*;
import fr.tocsin.media.*;
import fr.tocsin.units.*;
import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.*;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TocsinTest
@Import(TestChannels.class)
class ShowroomTest {
    @Autowired Publishing publishing;
    @Autowired Approving approving;
    @Autowired Records records;
    @Autowired Media media;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    void proxy(int at, String cookie) throws Exception {
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                x -> {
                    try {
                        var b =
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + port
                                                                + x.getRequestURI()))
                                        .method(
                                                x.getRequestMethod(),
                                                HttpRequest.BodyPublishers.ofByteArray(
                                                        x.getRequestBody().readAllBytes()))
                                        .header("Cookie", cookie)
                                        .header("Accept-Language", "fr");
                        for (var h :
                                List.of(
                                        "Content-Type",
                                        "HX-Request",
                                        "HX-Target",
                                        "Accept",
                                        "HX-Current-URL",
                                        "HX-Trigger"))
                            if (x.getRequestHeaders().getFirst(h) != null)
                                b.header(h, x.getRequestHeaders().getFirst(h));
                        var r = client.send(b.build(), HttpResponse.BodyHandlers.ofByteArray());
                        r.headers()
                                .map()
                                .forEach((k, v) -> {
                                    if (!k.startsWith(":")
                                            && !List.of(
                                                            "content-length",
                                                            "transfer-encoding",
                                                            "connection",
                                                            "set-cookie")
                                                    .contains(k.toLowerCase()))
                                        x.getResponseHeaders().put(k, v);
                                });
                        var loc = r.headers().firstValue("location").orElse(null);
                        if (loc != null)
                            x.getResponseHeaders()
                                    .set("Location", loc.replace("http://127.0.0.1:" + port, ""));
                        x.sendResponseHeaders(
                                r.statusCode(), r.body().length == 0 ? -1 : r.body().length);
                        if (r.body().length > 0) x.getResponseBody().write(r.body());
                        x.close();
                    } catch (Exception e) {
                        e.printStackTrace();
                        x.close();
                    }
                });
        server.start();
    }

    MediaId picture(Unit unit, Officer who, int hue) throws Exception {
        var im =
                new java.awt.image.BufferedImage(
                        1200, 900, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var g = im.createGraphics();
        g.setPaint(
                new java.awt.GradientPaint(
                        0,
                        0,
                        java.awt.Color.getHSBColor(hue / 360f, .5f, .8f),
                        1200,
                        900,
                        java.awt.Color.getHSBColor(hue / 360f + .1f, .8f, .3f)));
        g.fillRect(0, 0, 1200, 900);
        var out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(im, "jpeg", out);
        return ((Upload.Stored)
                        media.store(unit.id(), who.member(), "p" + hue + ".jpg", out.toByteArray()))
                .item()
                .id();
    }

    @Test
    void show() throws Exception {
        var cast = Cast.in(context);
        var alice = cast.officer(cast.alice);
        var bob = cast.officer(cast.bob);
        var accounts = new TestAccounts(jdbc);
        var wall = accounts.connect(cast.unit.id(), "wall", "@gendarmerie86@mur.example", 300);
        var gazette = accounts.connect(cast.unit.id(), "gazette", "gendarmerie-86", 20000);
        var text =
                "Feu de forêt à Vouneuil-sur-Vienne. Depuis 15 h, un feu de broussailles progresse vers le hameau de Chitré. Évitez la D749 entre Vouneuil et Bonneuil.\n\nFermez vos fenêtres si vous voyez la fumée, laissez les routes libres pour les secours. Ne téléphonez pas aux pompiers pour vous informer : gardez le 18 pour les urgences.\n\nProchain point à 18 h.";
        var ids = new LinkedHashMap<String, PublicationId>();
        ids.put(
                "draft",
                put(
                        alice,
                        Kind.ALERT,
                        "Feu de forêt à Vouneuil-sur-Vienne",
                        text,
                        Planning.NOW,
                        picture(cast.unit, alice, 20),
                        picture(cast.unit, alice, 200)));
        ids.put(
                "submitted",
                put(
                        alice,
                        Kind.PREVENTION,
                        "Cambriolages : huit gestes avant de partir",
                        "Prévenez un voisin, ne laissez pas de clé sous le paillasson.",
                        Planning.at(
                                java.time.LocalDateTime.now()
                                        .plusDays(1)
                                        .withNano(0)
                                        .withSecond(0)),
                        picture(cast.unit, alice, 120)));
        publishing.submit(
                alice, ids.get("submitted"), records.find(alice, ids.get("submitted")).version());
        ids.put(
                "published",
                put(
                        alice,
                        Kind.COMMUNITY,
                        "Journée portes ouvertes",
                        "Venez nous rencontrer samedi à la brigade de Chauvigny, de 10 h à 17 h.",
                        Planning.NOW,
                        picture(cast.unit, alice, 260)));
        publishing.submit(
                alice, ids.get("published"), records.find(alice, ids.get("published")).version());
        approving.approve(
                bob,
                ids.get("published"),
                records.revisions(bob, ids.get("published")).getFirst().hash());
        ids.put(
                "emergency",
                put(
                        bob,
                        Kind.ALERT,
                        "Accident grave sur la N10",
                        "N10 coupée à Croutelle dans les deux sens. Déviation par Ligugé.",
                        Planning.NOW));
        approving.publishInEmergency(
                bob,
                ids.get("emergency"),
                records.find(bob, ids.get("emergency")).version(),
                "Danger immédiat pour les automobilistes, pas de second valideur de permanence.");
        ids.put(
                "appeal",
                put(
                        alice,
                        Kind.APPEAL,
                        "Appel à témoins : accident à Lusignan",
                        "Un piéton a été renversé.",
                        Planning.NOW));
        publishing.save(
                bob,
                ids.get("draft"),
                records.find(bob, ids.get("draft")).version(),
                records.find(bob, ids.get("draft"))
                        .draft()
                        .saying(
                                Map.of(
                                        "wall",
                                        "Texte court pour le mur : feu à Vouneuil, évitez la D749.")));
        proxy(18450, cast.cookie(cast.alice));
        proxy(18451, cast.cookie(cast.bob));
        var lines = new StringBuilder("BASE=/desk/" + cast.unit.slug() + "\n");
        ids.forEach((k, v) ->
                lines.append(k.toUpperCase(Locale.ROOT)).append("=").append(v).append("\n"));
        Files.writeString(Path.of("/tmp/wt/publishing-data/show.env"), lines);
        var stop = Path.of("/tmp/wt/publishing-data/stop");
        var until = System.nanoTime() + 1500_000_000_000L;
        while (!Files.exists(stop) && System.nanoTime() < until) Thread.sleep(500);
    }

    PublicationId put(
            Officer who,
            Kind kind,
            String title,
            String text,
            Planning planning,
            MediaId... pictures) {
        var p = publishing.draft(who, kind);
        var d =
                Drafts.of(p.draft())
                        .title(title)
                        .text(text)
                        .planning(planning)
                        .images(
                                Arrays.stream(pictures)
                                        .map(m ->
                                                new Post.Image(
                                                        m,
                                                        "Une colonne de fumée au-dessus des arbres, vue depuis la route."))
                                        .toArray(Post.Image[]::new))
                        .draft();
        publishing.save(who, p.id(), p.version(), d);
        return p.id();
    }
}
