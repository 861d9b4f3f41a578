package fr.tocsin.audit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Whence the request at hand comes, shortened so that it tells a network and not a person: the
/// first 24 bits of an IPv4 address, the first 48 of an IPv6 address.
///
/// @see <a
///   href="https://www.cnil.fr/fr/la-cnil-publie-une-recommandation-relative-aux-mesures-de-journalisation">CNIL
///   on logging</a>
final class Visitors {

    private static final int KEPT_OF_4 = 3;
    private static final int KEPT_OF_6 = 6;

    private Visitors() {}

    /// Empty when no request is at hand.
    static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? shortened(here.getRequest().getRemoteAddr())
                : "";
    }

    static String shortened(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            var bytes = parsed.getAddress();
            var kept = parsed instanceof Inet4Address ? KEPT_OF_4 : KEPT_OF_6;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return "";
        }
    }
}
