package fr.tocsin.channels.mastodon;

import fr.tocsin.media.Rendition;
import fr.tocsin.transport.Answer;
import fr.tocsin.transport.Body;
import fr.tocsin.transport.Request;
import fr.tocsin.transport.Transport;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The calls of Mastodon's client interface that we need, on one server.
///
/// @param root the server's root, such as `https://mastodon.social`
record Server(Transport transport, URI root) {

    /// Statuses that one look at an account brings back; 40 is the most that is documented.
    static final int PAGE = 40;

    private static final Duration UPLOAD = Duration.ofSeconds(60);

    /// `GET /api/v2/instance`, since 4.0.
    Answer instance() {
        return transport.exchange(Request.get(at("/api/v2/instance")));
    }

    /// `GET /api/v1/instance`, for older servers and some other software.
    Answer instanceBefore4() {
        return transport.exchange(Request.get(at("/api/v1/instance")));
    }

    /// `POST /api/v1/apps`.
    Answer registerApp(Map<String, String> fields) {
        return transport.exchange(Request.post(at("/api/v1/apps")).body(Body.form(fields)));
    }

    /// `POST /oauth/token`.
    Answer token(Map<String, String> fields, List<String> secrets) {
        var request = Request.post(at("/oauth/token")).body(Body.form(fields));
        for (var secret : secrets) {
            request = request.secret(secret);
        }
        return transport.exchange(request);
    }

    /// `GET /api/v1/accounts/verify_credentials`.
    Answer whoAmI(String token) {
        return transport.exchange(
                Request.get(at("/api/v1/accounts/verify_credentials")).bearer(token));
    }

    /// `POST /api/v2/media`: 200 when ready, 202 while it is processed.
    Answer upload(String token, Rendition picture, String alt) {
        var file =
                new Body.Part.File(
                        "file",
                        "picture." + picture.type().replaceFirst(".*/", ""),
                        picture.type(),
                        picture.bytes());
        return transport.exchange(
                Request.post(at("/api/v2/media"))
                        .bearer(token)
                        .body(Body.multipart(List.of(file, new Body.Part.Text("description", alt))))
                        .within(UPLOAD));
    }

    /// `GET /api/v1/media/:id`: 206 while it is processed, then 200.
    Answer media(String token, String id) {
        return transport.exchange(Request.get(at("/api/v1/media/" + encoded(id))).bearer(token));
    }

    /// `POST /api/v1/statuses`. The key makes a repeat within an hour harmless on servers that
    /// honour it.
    Answer create(String token, String key, String json) {
        return transport.exchange(
                Request.post(at("/api/v1/statuses"))
                        .bearer(token)
                        .header("Idempotency-Key", key)
                        .body(Body.json(json)));
    }

    /// `GET /api/v1/statuses/:id`.
    Answer status(String token, String id) {
        return transport.exchange(Request.get(at("/api/v1/statuses/" + encoded(id))).bearer(token));
    }

    /// `PUT /api/v1/statuses/:id`, since 3.5.
    Answer edit(String token, String id, String json) {
        return transport.exchange(
                Request.put(at("/api/v1/statuses/" + encoded(id)))
                        .bearer(token)
                        .body(Body.json(json)));
    }

    /// `GET /api/v1/statuses/:id/source`, since 3.5: the text as it was written.
    Answer source(String token, String id) {
        return transport.exchange(
                Request.get(at("/api/v1/statuses/" + encoded(id) + "/source")).bearer(token));
    }

    /// `DELETE /api/v1/statuses/:id`, pictures included at once (since 4.4; ignored before).
    Answer delete(String token, String id) {
        return transport.exchange(
                Request.delete(at("/api/v1/statuses/" + encoded(id) + "?delete_media=true"))
                        .bearer(token));
    }

    /// `GET /api/v1/accounts/:id/statuses`, the newest first.
    ///
    /// @param before only what is older than this status; empty for the newest
    Answer statuses(String token, String account, String before) {
        return transport.exchange(
                Request.get(
                                at(
                                        "/api/v1/accounts/"
                                                + encoded(account)
                                                + "/statuses?exclude_reblogs=true&limit="
                                                + PAGE
                                                + (before.isEmpty()
                                                        ? ""
                                                        : "&max_id=" + encoded(before))))
                        .bearer(token));
    }

    /// `GET /oauth/authorize`, where the person consents.
    URI consentPage(Map<String, String> query) {
        var ordered = new LinkedHashMap<>(query);
        return at(
                "/oauth/authorize?"
                        + new String(Body.form(ordered).bytes(), StandardCharsets.US_ASCII));
    }

    private URI at(String path) {
        return root.resolve(path);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
