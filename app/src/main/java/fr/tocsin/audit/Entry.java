package fr.tocsin.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One link of the chain.
///
/// The hash is the SHA-256 of the UTF-8 bytes of a JSON array of texts without spaces: previous
/// hash in hex, number, time (`2026-11-23T18:05:00.123456Z`), act, unit, member, member's name,
/// subject, about, address; what is missing is an empty text. Anybody can compute it again from an
/// export.
///
/// @param number from 1, without gaps
/// @param at to the microsecond
/// @param address whence it came, shortened; empty when it came from the server itself
/// @param previous hash of the entry before, in hex; zeros before the first
/// @param hash in hex
public record Entry(
        long number,
        Instant at,
        String act,
        @Nullable UUID unit,
        @Nullable UUID member,
        String name,
        @Nullable UUID subject,
        String about,
        String address,
        String previous,
        String hash) {

    /// Before the first entry.
    static final String NOTHING = "0".repeat(64);

    /// All but the two hashes.
    private static final int HASHED = 9;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Adds a deed to the chain.
    static Entry after(long number, String previous, Instant at, Deed deed, String address) {
        var unhashed =
                new Entry(
                        number,
                        at,
                        deed.act(),
                        deed.unit() == null ? null : deed.unit().value(),
                        deed.member() == null ? null : deed.member().value(),
                        plain(deed.name()),
                        deed.subject(),
                        plain(deed.about()),
                        address,
                        previous,
                        "");
        return unhashed.hashed();
    }

    private Entry hashed() {
        return new Entry(
                number, at, act, unit, member, name, subject, about, address, previous, compute());
    }

    /// What the hash must be.
    String compute() {
        try {
            var bytes = canonical().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String canonical() {
        var hashed = new ArrayList<String>();
        hashed.add(previous);
        hashed.addAll(texts().subList(0, HASHED));
        return JSON.writeValueAsString(hashed);
    }

    /// All of it as texts, in the order of the components.
    public List<String> texts() {
        return List.of(
                String.valueOf(number),
                MOMENT.format(at),
                act,
                text(unit),
                text(member),
                name,
                text(subject),
                about,
                address,
                previous,
                hash);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /// Control characters would be written differently by different programs.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cc}", " ").strip();
    }
}
