package fr.tocsin.signin.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import fr.tocsin.transport.Answer;
import fr.tocsin.transport.Body;
import fr.tocsin.transport.Request;
import fr.tocsin.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Carries the library's requests over the one way out.
final class Envoy implements HTTPRequestSender, ResourceRetriever {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 512 * 1024;

    private final Transport transport;

    Envoy(Transport transport) {
        this.transport = transport;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        var request =
                new Request(
                                asked.getMethod().name(),
                                asked.getURI(),
                                List.of(),
                                null,
                                List.of(),
                                PATIENCE,
                                MOST_BYTES)
                        .header("Accept", "application/json, application/jwt");
        for (Map.Entry<String, List<String>> header : asked.getHeaderMap().entrySet()) {
            for (var value : header.getValue()) {
                if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                    request = request.header(header.getKey(), value).secret(value);
                }
            }
        }
        var content = asked.getBody();
        if (content != null) {
            request =
                    request.body(
                            new Body(
                                    "application/x-www-form-urlencoded",
                                    content.getBytes(StandardCharsets.UTF_8)));
        }
        var received = exchange(request);
        var response = new HTTPResponse(received.status());
        try {
            var type = received.headers().first("Content-Type");
            if (type.isPresent()) {
                response.setContentType(type.get());
            }
        } catch (ParseException odd) {
            throw new IOException("an unreadable media type", odd);
        }
        response.setBody(received.text());
        return response;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(uri(url)), "application/json");
    }

    /// @throws IOException when there is no answer, or not a good one
    String get(URI uri) throws IOException {
        var received = exchange(Request.get(uri).within(PATIENCE).atMost(MOST_BYTES));
        if (!received.ok()) {
            throw new IOException(uri.getHost() + " answered " + received.status());
        }
        return received.text();
    }

    private Answer.Received exchange(Request request) throws IOException {
        return switch (transport.exchange(request)) {
            case Answer.Received received -> received;
            case Answer.Failed failed -> throw new IOException(failed.what());
        };
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException odd) {
            throw new IOException("not an address: " + url, odd);
        }
    }
}
