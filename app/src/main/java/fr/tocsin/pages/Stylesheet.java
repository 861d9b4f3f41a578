package fr.tocsin.pages;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the files that a style sheet imports into it, so that a page asks for one file and the
/// small files stay readable.
final class Stylesheet {

    private static final Pattern IMPORT =
            Pattern.compile("@import \"([\\w./-]+)\"(?: layer\\((\\w+)\\))?;");
    private static final Pattern CHARSET = Pattern.compile("@charset \"[^\"]*\";");

    private static final Pattern URL = Pattern.compile("url\\(\"/assets/([\\w./-]+)\"\\)");

    private Stylesheet() {}

    /// Names the files that the style sheet shows by the addresses they are served under.
    ///
    /// @param address gives the address of the file under a name
    static String addressed(String css, UnaryOperator<String> address) {
        return URL.matcher(css)
                .replaceAll(found ->
                        Matcher.quoteReplacement("url(\"" + address.apply(found.group(1)) + "\")"));
    }

    /// @param read gives the text of the file under a name
    static String whole(String css, UnaryOperator<String> read) {
        return IMPORT.matcher(css)
                .replaceAll(found -> {
                    var text =
                            CHARSET.matcher(whole(read.apply(found.group(1)), read)).replaceAll("");
                    var layer = found.group(2);
                    return Matcher.quoteReplacement(
                            layer == null ? text : "@layer " + layer + " {\n" + text + "\n}\n");
                });
    }
}
