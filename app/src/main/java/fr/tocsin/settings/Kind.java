package fr.tocsin.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How the text of a setting becomes a value.
///
/// @param expects what an operator may write, in words: shown in the documentation and in refusals
/// @param reader throws [IllegalArgumentException] for a text that it cannot use
record Kind<T>(String expects, Function<String, T> reader) {

    static final Kind<String> TEXT = new Kind<>("text", Function.identity());

    static final Kind<Integer> PORT =
            new Kind<>(
                    "a port from 0 to 65535; 0 takes any free one", text -> whole(text, 0, 65535));

    static final Kind<Integer> COUNT =
            new Kind<>("a whole number from 1 to 1000", text -> whole(text, 1, 1000));

    static final Kind<Path> FOLDER =
            new Kind<>("a folder", text -> Path.of(text).toAbsolutePath().normalize());

    static final Kind<InetAddress> ADDRESS =
            new Kind<>("an address of this machine, such as 127.0.0.1 or 0.0.0.0", Kind::address);

    static final Kind<List<InetAddress>> ADDRESSES =
            new Kind<>(
                    "addresses such as 10.0.0.2, separated by commas",
                    text ->
                            Arrays.stream(text.split(","))
                                    .map(String::strip)
                                    .map(Kind::literal)
                                    .toList());

    static final Kind<Duration> DURATION =
            new Kind<>("a duration such as 20s, 30m or 2h", Kind::duration);

    static final Kind<byte[]> KEY = new Kind<>("32 bytes in Base64", Kind::key);

    static final Kind<Boolean> SWITCH = new Kind<>("true or false", Kind::onOrOff);

    static final Kind<URI> WEB_ADDRESS =
            new Kind<>(
                    "an http or https address without path, such as https://tocsin.example",
                    Kind::web);

    static final Kind<URI> ISSUER =
            new Kind<>(
                    "the provider's address exactly as it names itself, such as"
                            + " https://accounts.example/realm",
                    Kind::issuer);

    static final Kind<List<String>> WORDS =
            new Kind<>(
                    "words separated by spaces or commas",
                    text -> List.of(text.strip().split("[\\s,]+")));

    static final Kind<List<String>> LIST =
            new Kind<>(
                    "names, addresses or ranges such as 10.0.0.0/8, separated by commas",
                    text ->
                            Arrays.stream(text.split(","))
                                    .map(String::strip)
                                    .filter(part -> !part.isEmpty())
                                    .toList());

    private static int whole(String text, int least, int most) {
        var number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static InetAddress literal(String text) {
        return InetAddress.ofLiteral(text);
    }

    private static Duration duration(String text) {
        var duration = Duration.parse("PT" + text.strip());
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    private static byte[] key(String text) {
        var key = Base64.getDecoder().decode(text);
        if (key.length != 32) {
            throw new IllegalArgumentException("not 32 bytes");
        }
        return key;
    }

    private static boolean onOrOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static URI issuer(String text) {
        var uri = URI.create(text);
        var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }

    private static URI web(String text) {
        var uri = URI.create(text.replaceAll("/+$", ""));
        var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || !uri.getPath().isEmpty() || uri.getQuery() != null) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }
}
