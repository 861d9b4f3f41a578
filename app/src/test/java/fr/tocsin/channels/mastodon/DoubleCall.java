package fr.tocsin.channels.mastodon;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// One request to the double, read completely before anything is done, and its answer, written at
/// the very end.
final class DoubleCall implements AutoCloseable {

    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        final int status;

        Refusal(int status, String error) {
            super(error);
            this.status = status;
        }
    }

    private final HttpExchange exchange;
    private final byte[] body;
    private int status = 500;
    private byte[] answer = new byte[0];

    DoubleCall(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.body = exchange.getRequestBody().readAllBytes();
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    String requestHeader(String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    byte[] body() {
        return body;
    }

    /// Query and body together: a form, or JSON, whose lists come out as `name[]`.
    Map<String, List<String>> parameters() throws Refusal {
        var all = new LinkedHashMap<String, List<String>>();
        var query = exchange.getRequestURI().getRawQuery();
        decode(query == null ? "" : query, all);
        if (requestHeader("Content-Type").startsWith("application/x-www-form-urlencoded")) {
            decode(new String(body, StandardCharsets.US_ASCII), all);
        } else if (requestHeader("Content-Type").startsWith("application/json")) {
            for (var field : JsonMapper.shared().readTree(body).properties()) {
                if (field.getValue().isArray()) {
                    for (var value : field.getValue()) {
                        all.computeIfAbsent(field.getKey() + "[]", name -> new ArrayList<>())
                                .add(value.isObject() ? value.toString() : value.asString());
                    }
                } else {
                    all.computeIfAbsent(field.getKey(), name -> new ArrayList<>())
                            .add(field.getValue().asString());
                }
            }
        } else if (body.length > 0) {
            throw new Refusal(415, "Unsupported media type");
        }
        return all;
    }

    String parameter(String name) throws Refusal {
        return parameters().getOrDefault(name, List.of("")).getFirst();
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void answer(int code, Object json) {
        header("Content-Type", "application/json; charset=utf-8");
        status = code;
        answer = JsonMapper.shared().writeValueAsBytes(json);
    }

    void page(int code, String html) {
        header("Content-Type", "text/html; charset=utf-8");
        status = code;
        answer = html.getBytes(StandardCharsets.UTF_8);
    }

    void file(String type, byte[] bytes) {
        header("Content-Type", type);
        status = 200;
        answer = bytes;
    }

    void redirect(String location) {
        header("Location", location);
        status = 302;
        answer = new byte[0];
    }

    void send() throws IOException {
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
    }

    /// Without an answer sent before, the connection breaks.
    @Override
    public void close() {
        exchange.close();
    }

    private static void decode(String form, Map<String, List<String>> into) {
        for (var pair : form.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                into.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
