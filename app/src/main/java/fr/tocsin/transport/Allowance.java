package fr.tocsin.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The internal servers that an operator explicitly lets us reach, also without TLS: names,
/// addresses or blocks of addresses, each with an optional port, such as `mastodon.intranet,
/// 10.1.0.0/16, 127.0.0.1:8443, [::1]:8443`.
final class Allowance {

    private final List<Entry> entries;

    private Allowance(List<Entry> entries) {
        this.entries = entries;
    }

    static Allowance parse(String setting) {
        return new Allowance(
                Stream.of(setting.split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(Entry::parse)
                        .toList());
    }

    boolean covers(String host, int port) {
        return entries.stream()
                .anyMatch(entry -> entry.takes(port) && canonical(host).equals(entry.host));
    }

    boolean covers(InetAddress address, int port) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.takes(port) && entry.range != null && entry.range.contains(address));
    }

    private static String canonical(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /// Exactly one of host and range is there; port 0 stands for any.
    private record Entry(@Nullable String host, @Nullable AddressRange range, int port) {

        static Entry parse(String text) {
            var range = AddressRange.parse(text.replaceFirst("^\\[(.*)]$", "$1"));
            if (range.isPresent()) {
                return new Entry(null, range.get(), 0);
            }
            var colon = text.lastIndexOf(':');
            if (colon < 0) {
                return new Entry(canonical(text), null, 0);
            }
            var before = text.substring(0, colon).replaceFirst("^\\[(.*)]$", "$1");
            return AddressRange.parse(before)
                    .map(block -> new Entry(null, block, port(text, colon)))
                    .orElseGet(() -> new Entry(canonical(before), null, port(text, colon)));
        }

        boolean takes(int asked) {
            return port == 0 || port == asked;
        }

        private static int port(String text, int colon) {
            return Optional.of(text.substring(colon + 1))
                    .filter(digits -> digits.matches("\\d{1,5}"))
                    .map(Integer::parseInt)
                    .filter(number -> number > 0 && number < 65_536)
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "TOCSIN_OUTBOUND_ALLOW: found '"
                                            + text
                                            + "', expected a host, an address or a block of addresses,"
                                            + " optionally followed by ':' and a port"));
        }
    }
}
