package fr.tocsin.wording;

import com.twitter.twittertext.TldLists;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what networks turn into links: addresses, mentions, hashtags.
///
/// Punctuation that follows an address belongs to the sentence, and so does a closing parenthesis
/// that nothing in the address opened.
public final class Links {

    private static final Pattern URL =
            Pattern.compile(
                    """
                    (?ix) (?<![a-z0-9@＠$\\#＃])
                    https?://
                    (?<host> [\\p{L}\\p{N}] [\\p{L}\\p{M}\\p{N}._-]*+ ) (?! @ )
                    (?: :\\d{1,5} )?+
                    (?: [/?\\#] [^\\s\\p{Cc}\\x{200B}\\x{2060}\\x{FEFF}<>"«»“”]*+ )?+
                    """,
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern BARE_DOMAIN =
            Pattern.compile(
                    """
                    (?ix) (?<![\\p{L}\\p{M}\\p{N}@＠$\\#＃_./:-])
                    (?<host> [a-z0-9] [a-z0-9-]*+ (?: \\. [a-z0-9] [a-z0-9-]*+ ){1,9}+ )
                    (?! [\\p{L}\\p{N}@_] )
                    (?: [/?\\#] [^\\s\\p{Cc}\\x{200B}\\x{2060}\\x{FEFF}<>"«»“”]*+ )?+
                    """,
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern MENTION =
            Pattern.compile(
                    """
                    (?x) (?<![\\p{L}\\p{M}\\p{N}=/_.@＠+-])
                    [@＠] [A-Za-z0-9_] [A-Za-z0-9_.-]*+
                    (?: @ [\\p{L}\\p{N}] [\\p{L}\\p{M}\\p{N}.-]*+ )?+
                    """);

    private static final Pattern TAG =
            Pattern.compile(
                    """
                    (?x) (?<![\\p{L}\\p{M}\\p{N}=/)&_\\#＃])
                    [\\#＃] (?= [\\p{N}_]*+ [\\p{L}\\p{M}] )
                    [\\p{L}\\p{N}_] [\\p{L}\\p{M}\\p{N}_·・\\x{200C}\\x{200D}]*+
                    """);

    private static final String SENTENCE_PUNCTUATION = ".,;:!?…'’\"、。！？，．·・";
    private static final String CLOSING = ")]}）】」";
    private static final String OPENING = "([{（【「";

    private static final Set<String> TOP_LEVEL = topLevelDomains();

    private Links() {}

    /// What a link is.
    public enum Kind {
        URL,
        MENTION,
        TAG
    }

    /// One link, by its place in the text.
    ///
    /// @param text as written, with its `@` or `#`
    /// @param start first char (UTF-16), inclusive
    /// @param end last char (UTF-16), exclusive
    /// @param byteStart first byte of the text in UTF-8, inclusive
    /// @param byteEnd last byte of the text in UTF-8, exclusive
    public record Link(Kind kind, String text, int start, int end, int byteStart, int byteEnd) {

        /// Where it leads or whom it names: an absolute address, a name without `@`, a tag without
        /// `#`.
        public String target() {
            return switch (kind) {
                case URL -> text.contains("://") ? text : "https://" + text;
                case MENTION, TAG -> text.substring(1);
            };
        }
    }

    /// Addresses with `http://` or `https://`, mentions, hashtags; in order, never overlapping.
    public static List<Link> in(String text) {
        return find(text, false);
    }

    /// The same and addresses written without `https://`, such as `vienne.gouv.fr/feux`.
    public static List<Link> withBareDomains(String text) {
        return find(text, true);
    }

    /// Whether the host ends in a top-level domain of the public Internet.
    public static boolean isPublicDomain(String host) {
        var dot = host.lastIndexOf('.');
        var last = host.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot > 0 && (TOP_LEVEL.contains(last) || last.startsWith("xn--"));
    }

    private static List<Link> find(String text, boolean bareDomains) {
        var found = new ArrayList<Link>();
        urls(text, URL, found);
        if (bareDomains) {
            urls(text, BARE_DOMAIN, found);
        }
        names(text, MENTION, Kind.MENTION, found);
        names(text, TAG, Kind.TAG, found);
        found.sort(Comparator.comparingInt(Link::start));
        return withBytes(text, found);
    }

    private static void urls(String text, Pattern pattern, List<Link> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var hostEnd = end(text, matcher.start("host"), matcher.end("host"));
            var host = text.substring(matcher.start("host"), hostEnd);
            var end =
                    hostEnd < matcher.end("host")
                            ? hostEnd
                            : end(text, matcher.start(), matcher.end());
            if (pattern == URL ? isHost(host) : isPublicDomain(host)) {
                add(text, Kind.URL, matcher.start(), end, found);
            }
        }
    }

    private static void names(String text, Pattern pattern, Kind kind, List<Link> found) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var end = matcher.end();
            while (kind == Kind.MENTION && ".-".indexOf(text.charAt(end - 1)) >= 0
                    || kind == Kind.TAG && "·・\u200C\u200D".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            add(text, kind, matcher.start(), end, found);
        }
    }

    private static void add(String text, Kind kind, int start, int end, List<Link> found) {
        if (found.stream().noneMatch(other -> start < other.end() && other.start() < end)) {
            found.add(new Link(kind, text.substring(start, end), start, end, 0, 0));
        }
    }

    /// Where the address ends when the sentence's own punctuation is left out.
    private static int end(String text, int start, int end) {
        while (end > start) {
            var last = text.charAt(end - 1);
            var closing = CLOSING.indexOf(last);
            var isForeign =
                    SENTENCE_PUNCTUATION.indexOf(last) >= 0
                            || closing >= 0
                                    && occurrences(text, start, end, last)
                                            > occurrences(
                                                    text, start, end, OPENING.charAt(closing));
            if (!isForeign) {
                break;
            }
            end--;
        }
        return end;
    }

    private static long occurrences(String text, int start, int end, char wanted) {
        return text.substring(start, end).chars().filter(c -> c == wanted).count();
    }

    private static boolean isHost(String host) {
        return host.indexOf('.') > 0 && !host.contains("..") || host.equals("localhost");
    }

    private static List<Link> withBytes(String text, List<Link> found) {
        var links = new ArrayList<Link>(found.size());
        var at = 0;
        var bytes = 0;
        for (var link : found) {
            var byteStart = bytes + utf8(text, at, link.start());
            bytes = byteStart + utf8(text, link.start(), link.end());
            at = link.end();
            links.add(
                    new Link(link.kind(), link.text(), link.start(), link.end(), byteStart, bytes));
        }
        return List.copyOf(links);
    }

    private static int utf8(String text, int start, int end) {
        return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Set<String> topLevelDomains() {
        var domains = new HashSet<String>();
        domains.addAll(TldLists.GTLDS);
        domains.addAll(TldLists.CTLDS);
        return Set.copyOf(domains);
    }
}
