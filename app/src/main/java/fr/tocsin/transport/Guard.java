package fr.tocsin.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/// Keeps requests away from internal addresses. The connection goes to the very addresses that were
/// checked here: a name that answers differently the second time gains nothing. Literal addresses
/// in any notation pass through the same check.
final class Guard implements DnsResolver {

    private static final int MOST_ADDRESSES = 4;

    private final Allowance allowance;

    Guard(Allowance allowance) {
        this.allowance = allowance;
    }

    /// @throws Blocked when the address must not be asked
    void check(URI uri) throws IOException {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Blocked("only https addresses can be asked");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new Blocked("the address names no plain host");
        }
        if (scheme.equals("http") && !internal(uri.getHost(), port(uri))) {
            throw new Blocked("only https addresses can be asked");
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var addresses = addresses(host);
        if (!allowance.covers(host, port)) {
            for (var address : addresses) {
                if (!PublicAddresses.contain(address) && !allowance.covers(address, port)) {
                    throw new Blocked(host + " is an internal address");
                }
            }
        }
        return addresses.stream()
                .limit(MOST_ADDRESSES)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new Blocked("asked for " + host + " without its port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean internal(String host, int port) throws UnknownHostException {
        return allowance.covers(host, port)
                || addresses(host).stream().allMatch(address -> allowance.covers(address, port));
    }

    private static List<InetAddress> addresses(String host) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(host)).toList();
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0
                ? uri.getPort()
                : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /// The request must not leave.
    static final class Blocked extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        final String why;

        Blocked(String why) {
            super(why);
            this.why = why;
        }
    }
}
