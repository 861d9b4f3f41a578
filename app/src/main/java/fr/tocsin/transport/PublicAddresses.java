package fr.tocsin.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Tells addresses of the public internet from all others, by IANA's special-purpose address
/// registries (RFC 6890).
final class PublicAddresses {

    private static final List<AddressRange> SPECIAL =
            Stream.of(
                            "0.0.0.0/8", // this network
                            "10.0.0.0/8", // private
                            "100.64.0.0/10", // shared by carriers
                            "127.0.0.0/8", // loopback
                            "169.254.0.0/16", // link-local, and where clouds keep their credentials
                            "172.16.0.0/12", // private
                            "192.0.0.0/24", // protocol assignments
                            "192.0.2.0/24", // documentation
                            "192.31.196.0/24", // AS112
                            "192.52.193.0/24", // AMT
                            "192.88.99.0/24", // 6to4 relays
                            "192.168.0.0/16", // private
                            "192.175.48.0/24", // AS112
                            "198.18.0.0/15", // benchmarks
                            "198.51.100.0/24", // documentation
                            "203.0.113.0/24", // documentation
                            "224.0.0.0/4", // multicast
                            "240.0.0.0/4", // reserved, broadcast
                            "2001::/23", // protocol assignments, Teredo
                            "2001:db8::/32", // documentation
                            "2620:4f:8000::/48", // AS112
                            "3fff::/20") // documentation
                    .map(AddressRange::of)
                    .toList();
    private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        if (NAT64.contains(address)) {
            return contain(AddressRange.embedded(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return contain(AddressRange.embedded(bytes, 2));
        }
        return (bytes.length == 4 || GLOBAL_IPV6.contains(address))
                && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
