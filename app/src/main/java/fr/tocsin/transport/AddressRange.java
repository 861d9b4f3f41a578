package fr.tocsin.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// A block of IP addresses in CIDR notation, such as `10.0.0.0/8`; a single address is a block of
/// one.
record AddressRange(byte[] start, int bits) {

    /// @throws IllegalArgumentException when the text is no block of addresses
    static AddressRange of(String text) {
        return parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "found '" + text + "', expected addresses such as 10.0.0.0/8"));
    }

    static Optional<AddressRange> parse(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            var start = InetAddress.ofLiteral(address).getAddress();
            var bits = slash < 0 ? start.length * 8 : Integer.parseInt(text.substring(slash + 1));
            return bits < 0 || bits > start.length * 8
                    ? Optional.empty()
                    : Optional.of(new AddressRange(start, bits));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
            if (((bytes[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /// The IPv4 address inside an IPv6 one, at the given byte.
    static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
