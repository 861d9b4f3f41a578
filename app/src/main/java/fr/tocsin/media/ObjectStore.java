package fr.tocsin.media;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.MaxAttemptsExceededException;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.ServiceException;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import fr.tocsin.settings.ObjectStorage;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Files in a bucket of any store that speaks Amazon's S3 (API of 2006-03-01), addressed by path.
/// What is written travels with its SHA-256 in the signature, so that the store refuses what
/// arrives damaged; what is read is compared with the SHA-256 that was written beside it.
final class ObjectStore implements MediaStore {

    private static final String CHECKSUM = "sha256";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;
    private static final int NOT_FOUND = 404;

    private final Client client;
    private final String bucket;
    private final String prefix;

    ObjectStore(ObjectStorage storage) {
        this.client =
                Client.s3()
                        .region(storage.region())
                        .accessKey(storage.accessKey())
                        .secretKey(storage.secretKey())
                        .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(READ.toMillis(), TimeUnit.MILLISECONDS)
                        .retryMaxAttempts(ATTEMPTS)
                        .retryInitialInterval(200, TimeUnit.MILLISECONDS)
                        .build();
        this.bucket = storage.endpoint() + "/" + storage.bucket();
        this.prefix = storage.prefix();
    }

    @Override
    public void put(String key, byte[] content) {
        var answer =
                asked(
                        "keep",
                        key,
                        () ->
                                object(key)
                                        .method(HttpMethod.PUT)
                                        .signPayload(true)
                                        .metadata(CHECKSUM, Archive.sha256(content))
                                        .requestBody(content)
                                        .response());
        expect(answer.isOk(), "keep", key, answer);
    }

    @Override
    public Optional<byte[]> get(String key) {
        var answer = asked("read", key, () -> object(key).response());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expect(answer.isOk(), "read", key, answer);
        var written = answer.metadata(CHECKSUM).orElse("");
        var read = Archive.sha256(answer.content());
        if (!written.equals(read)) {
            throw new IllegalStateException(
                    "the store gave other bytes for %s than were written: SHA-256 %s, expected %s"
                            .formatted(key, read, written.isEmpty() ? "one beside it" : written));
        }
        return Optional.of(answer.content());
    }

    @Override
    public void delete(String key) {
        var answer = asked("delete", key, () -> object(key).method(HttpMethod.DELETE).response());
        expect(answer.isOk() || answer.statusCode() == NOT_FOUND, "delete", key, answer);
    }

    @Override
    public void olderThan(Instant time, String wanted, Consumer<String> keys) {
        var next = "";
        do {
            var page = page(wanted, next);
            for (var file : page.childrenWithName("Contents")) {
                var key = file.content("Key").substring(prefix.length());
                if (Instant.parse(file.content("LastModified")).isBefore(time)) {
                    keys.accept(key);
                }
            }
            next =
                    page.childrenWithName("NextContinuationToken").stream()
                            .map(XmlElement::content)
                            .findFirst()
                            .orElse("");
        } while (!next.isEmpty());
    }

    private XmlElement page(String wanted, String from) {
        var answer =
                asked(
                        "list",
                        wanted,
                        () -> {
                            var request =
                                    client.url(bucket)
                                            .query("list-type", "2")
                                            .query("prefix", prefix + wanted);
                            return (from.isEmpty()
                                            ? request
                                            : request.query("continuation-token", from))
                                    .response();
                        });
        expect(answer.isOk(), "list", wanted, answer);
        return XmlElement.parse(answer.contentUtf8());
    }

    private Request object(String key) {
        if (key.contains("..")) {
            throw new IllegalArgumentException("the key '" + key + "' leads out of the store");
        }
        var path =
                URLEncoder.encode(prefix + key, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
        return client.url(bucket + "/" + path);
    }

    private static Response asked(String act, String key, Supplier<Response> request) {
        try {
            return request.get();
        } catch (UncheckedIOException | MaxAttemptsExceededException | ServiceException e) {
            throw new IllegalStateException(
                    "the store could not %s %s after %d attempts: is it reachable under"
                                    .formatted(act, key, ATTEMPTS)
                            + " TOCSIN_MEDIA_S3_ENDPOINT?",
                    e);
        }
    }

    private static void expect(boolean good, String act, String key, Response answer) {
        if (!good) {
            throw new IllegalStateException(
                    "the store refused to %s %s: %d %s"
                            .formatted(act, key, answer.statusCode(), code(answer.contentUtf8())));
        }
    }

    /// The error code of the answer, such as `AccessDenied`; never the whole of it, which may
    /// repeat what was signed.
    private static String code(String xml) {
        var start = xml.indexOf("<Code>");
        var end = xml.indexOf("</Code>");
        return start < 0 || end < start ? "" : xml.substring(start + "<Code>".length(), end);
    }
}
