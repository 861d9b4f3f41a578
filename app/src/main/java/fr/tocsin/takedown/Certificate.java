package fr.tocsin.takedown;

import fr.tocsin.units.Unit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was taken down, when, and when it was last seen to be gone; and, as plainly, what was not.
/// The same facts always give the same text, to the letter, and so the same hash.
///
/// @param copies the own site first
public record Certificate(Unit unit, Takedown takedown, List<TakedownCopy> copies) {

    /// The units are in metropolitan France; each time carries its offset.
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    public Certificate {
        copies = List.copyOf(copies);
    }

    /// What it can honestly say.
    public enum Verdict {
        /// Every copy is gone or replaced, and the network has confirmed each that can be asked.
        GONE,
        /// As [#GONE], but some network has yet to confirm, or cannot be asked.
        UNVERIFIED,
        /// Every copy has come to its end, and some cannot be called back.
        PARTLY_OUT_OF_REACH,
        /// Some copy may still be public.
        NOT_YET
    }

    public Verdict verdict() {
        if (copies.stream().anyMatch(copy -> !copy.ending().isFinal())
                || takedown.settledAt() == null) {
            return Verdict.NOT_YET;
        }
        if (copies.stream().anyMatch(copy -> copy.ending() == Ending.UNRECALLABLE)) {
            return Verdict.PARTLY_OUT_OF_REACH;
        }
        return copies.stream().allMatch(copy -> copy.verification().verifiedAt() != null)
                ? Verdict.GONE
                : Verdict.UNVERIFIED;
    }

    /// Copies of which this certificate does not say that they are gone.
    public List<TakedownCopy> remaining() {
        return copies.stream()
                .filter(copy -> copy.ending() != Ending.REMOVED && copy.ending() != Ending.REPLACED)
                .toList();
    }

    /// The facts, one to a line: what the hash is of.
    public String text() {
        var lines = new StringBuilder();
        line(lines, "", "format", "tocsin takedown certificate 1");
        line(lines, "", "unit", unit.name() + " (" + unit.slug() + ")");
        line(lines, "", "takedown", takedown.id().toString());
        line(lines, "", "publication", takedown.publication().toString());
        line(lines, "", "title", takedown.title());
        line(lines, "", "kind", takedown.kind());
        line(lines, "", "revision", takedown.revision());
        line(lines, "", "revision-sha256", takedown.revisionHash());
        line(lines, "", "cause", Columns.word(takedown.cause()));
        line(lines, "", "remark", takedown.remark());
        line(lines, "", "ordered-at", time(takedown.order().at()));
        line(lines, "", "ordered-by", takedown.order().name());
        if (takedown.order().byAuthor()) {
            line(lines, "", "ordered-as", "author");
            line(lines, "", "reviewed-by", takedown.review().name());
            line(lines, "", "reviewed-at", time(takedown.review().at()));
        }
        line(lines, "", "stopped-before-leaving", String.valueOf(takedown.stopped()));
        line(lines, "", "verdict", Columns.word(verdict()));
        line(lines, "", "settled-at", time(takedown.settledAt()));
        line(lines, "", "as-of", time(takedown.changedAt()));
        line(lines, "", "copies", String.valueOf(copies.size()));
        for (int i = 0; i < copies.size(); i++) {
            write(lines, i + 1, copies.get(i));
        }
        return lines.toString();
    }

    private static void write(StringBuilder lines, int number, TakedownCopy copy) {
        var post = copy.post();
        var reason = copy.reason();
        var byHand = copy.byHand();
        var task = copy.task();
        line(lines, "", "copy", String.valueOf(number));
        line(lines, "  ", "network", copy.network());
        line(lines, "  ", "account", copy.handle());
        line(lines, "  ", "id", post == null ? null : post.id());
        line(
                lines,
                "  ",
                "address",
                post == null || post.permalink() == null ? null : post.permalink().toString());
        line(lines, "  ", "public-since", time(copy.publicSince()));
        line(lines, "  ", "ending", Columns.word(copy.ending()));
        line(lines, "  ", "ended-at", time(copy.endedAt()));
        line(lines, "  ", "verified-at", time(copy.verification().verifiedAt()));
        line(lines, "  ", "verifiable", copy.verifiable() ? "yes" : "no");
        line(lines, "  ", "looks", String.valueOf(copy.verification().looks()));
        line(lines, "  ", "looks-ahead", String.valueOf(copy.verification().ahead()));
        line(lines, "  ", "came-back", String.valueOf(copy.reopened()));
        if (byHand != null) {
            line(lines, "  ", "by-hand", byHand.name() + ": " + byHand.remark());
        }
        if (!copy.ending().isFinal() || copy.ending() == Ending.UNRECALLABLE) {
            line(lines, "  ", "reason", reason == null ? null : reason.code());
        }
        if (copy.ending() == Ending.PERSON && task != null) {
            line(lines, "  ", "in-the-hands-of", task.name());
        }
    }

    private static void line(
            StringBuilder lines, String indent, String name, @Nullable String value) {
        var plain = value == null || value.isBlank() ? "-" : value.strip().replaceAll("\\R", " / ");
        lines.append(indent).append(name).append(": ").append(plain).append('\n');
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS));
    }

    /// SHA-256 of [#text] in UTF-8, in hexadecimal.
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
