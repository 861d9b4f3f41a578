package fr.tocsin.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way out to other servers. An exchange happens at most once: nothing is retried, no
/// redirect is followed, no cookie kept, and every exchange has a connection of its own, so that a
/// failure can always say whether the request may have been read.
public final class Transport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    private final Guard guard;
    private final CloseableHttpClient client;

    /// @param allow internal servers that may be asked, as in the setting `TOCSIN_OUTBOUND_ALLOW`
    /// @param userAgent how we present ourselves
    public Transport(String allow, String userAgent) {
        guard = new Guard(Allowance.parse(allow));
        client = Wire.client(guard, userAgent);
    }

    /// Asks and waits. Throws nothing for what a network or a server may do; an interrupted caller
    /// gets a failure and stays interrupted.
    public Answer exchange(Request request) {
        var departure = new Departure();
        var wire = new HttpUriRequestBase(request.method(), request.uri());
        var answer = new CompletableFuture<Answer>();
        Thread.ofVirtual()
                .name("exchange")
                .start(() -> {
                    try {
                        answer.complete(carry(request, wire, departure));
                    } catch (RuntimeException | Error bug) {
                        answer.completeExceptionally(bug);
                    }
                });
        try {
            return logged(request, answer.get(request.within().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            return logged(
                    request,
                    abandoned(
                            wire,
                            departure,
                            "no answer within " + request.within().toSeconds() + " s"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return logged(request, abandoned(wire, departure, "interrupted"));
        } catch (ExecutionException bug) {
            throw new IllegalStateException(
                    "exchange " + request + " ended in a defect", bug.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private Answer carry(Request request, HttpUriRequestBase wire, Departure departure) {
        try {
            guard.check(request.uri());
            for (var header : request.headers()) {
                wire.addHeader(header.name(), header.value());
            }
            var body = request.body();
            if (body != null) {
                wire.setEntity(
                        new ByteArrayEntity(body.bytes(), ContentType.parse(body.type()), false));
            }
            var context = HttpClientContext.create();
            context.setAttribute(Departure.class.getName(), departure);
            return client.execute(wire, context, response -> received(request, response));
        } catch (IOException failure) {
            return new Answer.Failed(departure.phase(), what(failure));
        }
    }

    private static Answer received(Request request, ClassicHttpResponse response)
            throws IOException, HttpException {
        var headers =
                new Headers(
                        Stream.of(response.getHeaders())
                                .map(header ->
                                        new Headers.Line(
                                                header.getName(),
                                                header.getValue() == null ? "" : header.getValue()))
                                .toList());
        var body = new byte[0];
        if (response.getEntity() != null) {
            try (var content = response.getEntity().getContent()) {
                body = content.readNBytes(request.mostBytes() + 1);
            }
        }
        if (body.length > request.mostBytes()) {
            return new Answer.Failed(
                    Answer.Phase.AFTER_SEND,
                    response.getCode() + " with more than " + request.mostBytes() + " bytes");
        }
        return new Answer.Received(
                response.getCode(), headers, body, Redaction.of(request.secrets()));
    }

    private static Answer abandoned(HttpUriRequestBase wire, Departure departure, String what) {
        var phase = departure.abandon();
        wire.cancel();
        return new Answer.Failed(phase, what);
    }

    private static Answer logged(Request request, Answer answer) {
        LOG.debug("{}: {}", request, answer);
        return answer;
    }

    /// Words of our own: a library's message may quote what it was given.
    private static String what(IOException failure) {
        return switch (failure) {
            case Guard.Blocked blocked -> blocked.why;
            case UnknownHostException unknown -> "no such server";
            case ConnectTimeoutException slow -> "the server does not pick up";
            case ConnectException refused -> "the server refuses the connection";
            case SocketTimeoutException silent -> "the server does not answer";
            case SSLException untrusted -> "no secure connection to the server";
            default -> "the connection broke off";
        };
    }
}
