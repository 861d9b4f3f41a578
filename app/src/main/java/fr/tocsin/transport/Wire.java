package fr.tocsin.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/// The HTTP client underneath, with everything switched off that a library does on its own account.
final class Wire {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(20);
    private static final int CONNECTIONS = 200;

    private Wire() {}

    static CloseableHttpClient client(Guard guard, String userAgent) {
        var heads = Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(100).build();
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setTlsSocketStrategy(DefaultClientTlsStrategy.createDefault())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECT)
                                        .setSocketTimeout(SILENCE)
                                        .build())
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(heads)
                                        .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS / 4)
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setRequestExecutor(new Executor())
                // A kept connection that died unseen would make every failure ambiguous.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(CONNECT)
                                .setResponseTimeout(SILENCE)
                                .setAuthenticationEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                .setUserAgent(userAgent)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    /// Notes the moment when a request starts to leave. Connecting and TLS lie before it.
    private static final class Executor extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            depart(context);
            return super.execute(request, connection, callback, context);
        }

        private static void depart(HttpContext context) throws InterruptedIOException {
            if (!(context.getAttribute(Departure.class.getName()) instanceof Departure departure)
                    || !departure.leave()) {
                throw new InterruptedIOException("nobody waits for this exchange any more");
            }
        }
    }
}
