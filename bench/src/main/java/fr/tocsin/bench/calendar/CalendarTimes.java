package fr.tocsin.bench.calendar;

import fr.tocsin.Tocsin;
import fr.tocsin.settings.Settings;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Fills one unit with 10,000 publications over two years (a third of them still planned) and asks
/// for its pages one after another: `TOCSIN_PORT=8350 TOCSIN_DATA=… java … CalendarTimes`. Prints
/// the median and the 99th percentile in milliseconds. The list of publications, asked for in the
/// same run, is what to compare with.
public final class CalendarTimes {

    private static final int PUBLICATIONS = 10_000;
    private static final int WARM = 60;
    private static final int ROUNDS = 300;

    private CalendarTimes() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var context = SpringApplication.run(Tocsin.class);
                var http = HttpClient.newHttpClient()) {
            var tag = UUID.randomUUID().toString().substring(0, 8);
            var unit =
                    context.getBean(Units.class)
                            .create(
                                    "bench-" + tag,
                                    "Bench",
                                    Unit.Service.FIRE,
                                    "Vienne",
                                    "",
                                    false);
            fill(context.getBean(JdbcClient.class), unit);
            var cookie = cookie(context, unit, tag);
            var desk =
                    "http://127.0.0.1:"
                            + context.getBean(Settings.class).port()
                            + "/desk/"
                            + unit.slug();
            System.out.printf("%-34s %8s %8s %8s%n", "page", "p50 ms", "p99 ms", "kB");
            for (var path :
                    List.of(
                            "/publications",
                            "/calendar",
                            "/calendar?view=week",
                            "/calendar?view=list",
                            "/calendar?view=list&kind=prevention",
                            "/publications")) {
                measure(http, desk + path, cookie, path);
            }
        }
    }

    private static void measure(HttpClient http, String address, String cookie, String name)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Cookie", cookie).build();
        var times = new long[ROUNDS];
        var bytes = 0;
        for (var round = -WARM; round < ROUNDS; round++) {
            var begin = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (round >= 0) {
                times[round] = System.nanoTime() - begin;
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
            bytes = answer.body().length;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.1f %8.1f %8d%n",
                name,
                times[ROUNDS / 2] / 1e6,
                times[ROUNDS * 99 / 100] / 1e6,
                bytes / 1024);
    }

    /// Two thirds published in the year behind, one third planned in the year ahead.
    private static void fill(JdbcClient jdbc, Unit unit) {
        jdbc.sql(
                        """
                        INSERT INTO publication (id, unit_id, kind, title, text, link, language, warning, visibility,
                                                 under_seal, planned_local, state, due_at, version, demo, created_at,
                                                 updated_at, updated_by_name)
                        SELECT gen_random_uuid(), :unit,
                               (ARRAY['alert', 'property', 'appeal', 'prevention', 'community'])[1 + n % 5],
                               'Publication numéro ' || n, repeat('Un texte pour le public. ', 20), '', 'fr', '',
                               'public', false,
                               CASE WHEN n % 3 = 0 THEN localtimestamp + n * interval '52 minutes' END,
                               CASE WHEN n % 3 = 0 THEN 'draft' ELSE 'published' END,
                               CASE WHEN n % 3 > 0 THEN now() - n * interval '52 minutes' END,
                               1, false, now(), now() - n * interval '1 minute', 'Alice'
                          FROM generate_series(1, :count) AS n
                        """)
                .param("unit", unit.id().value())
                .param("count", PUBLICATIONS)
                .update();
        jdbc.sql("ANALYZE publication").update();
    }

    private static String cookie(ApplicationContext context, Unit unit, String tag) {
        var member =
                context.getBean(Members.class)
                        .add("bench-" + tag + "@tocsin.example", "Alice", Locale.FRENCH, false);
        context.getBean(Memberships.class)
                .add(unit.id(), member.id(), Set.of(Role.AUTHOR, Role.ADMINISTRATOR));
        var signedIn = new SignedIn(member.id(), SignedIn.Stage.DESK, Instant.now());
        return session(context.getBean(SessionRepository.class), signedIn);
    }

    private static <S extends Session> String session(
            SessionRepository<S> sessions, SignedIn member) {
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(member));
        sessions.save(session);
        var id = session.getId().getBytes(StandardCharsets.UTF_8);
        return "tocsin=" + Base64.getEncoder().encodeToString(id);
    }
}
