package fr.tocsin.transport;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question to another server.
///
/// @param secrets values that must never show in a log, a reason or a record, besides those that
///   [#bearer] and [Body#form] already know
/// @param within how long the whole exchange may take, names resolved and answer read
/// @param mostBytes longest answer that is read; a longer one is cut and counts as a failure
public record Request(
        String method,
        URI uri,
        List<Header> headers,
        @Nullable Body body,
        List<String> secrets,
        Duration within,
        int mostBytes) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    public static Request get(URI uri) {
        return of("GET", uri);
    }

    public static Request post(URI uri) {
        return of("POST", uri);
    }

    public static Request put(URI uri) {
        return of("PUT", uri);
    }

    public static Request delete(URI uri) {
        return of("DELETE", uri);
    }

    private static Request of(String method, URI uri) {
        return new Request(method, uri, List.of(), null, List.of(), PATIENCE, MOST_BYTES);
    }

    /// @throws IllegalArgumentException when the value holds a line break or another control
    ///   character: nobody may smuggle in a header
    public Request header(String name, String value) {
        return new Request(
                method,
                uri,
                plus(headers, new Header(name, value)),
                body,
                secrets,
                within,
                mostBytes);
    }

    /// Signs with a token, RFC 6750 §2.1.
    public Request bearer(String token) {
        return header("Authorization", "Bearer " + token).secret(token);
    }

    public Request body(Body body) {
        return new Request(method, uri, headers, body, secrets, within, mostBytes);
    }

    /// Keeps a value out of everything that people or records get to see.
    public Request secret(String value) {
        return new Request(method, uri, headers, body, plus(secrets, value), within, mostBytes);
    }

    public Request within(Duration longest) {
        return new Request(method, uri, headers, body, secrets, longest, mostBytes);
    }

    public Request atMost(int bytes) {
        return new Request(method, uri, headers, body, secrets, within, bytes);
    }

    /// Method and address without the query, which may carry secrets.
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getRawPath();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }

    /// One header line.
    public record Header(String name, String value) {

        public Header {
            if (value.chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f)) {
                throw new IllegalArgumentException(
                        "header " + name + " holds a control character, expected plain text");
            }
        }

        @Override
        public String toString() {
            return name + ": …";
        }
    }
}
