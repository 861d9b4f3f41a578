package fr.tocsin.channels.mastodon;

import fr.tocsin.channels.mastodon.DoubleCall.Refusal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What people see of the double: statuses as HTML, written the way Mastodon writes them.
final class DoublePages {

    private static final Pattern LINK =
            Pattern.compile(
                    "(https?://[^\\s<]+)|(?<![\\w/])@(\\w+)(@[\\w.-]+\\w)?|(?<![\\w&/])#(\\w+)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private DoublePages() {}

    /// Paragraphs, breaks, links shortened by invisible spans, mentions without their server.
    static String content(String text) {
        var linked = LINK.matcher(escaped(text)).replaceAll(DoublePages::link);
        return "<p>"
                + linked.replace("\r\n", "\n")
                        .replaceAll("\n{2,}", "</p><p>")
                        .replace("\n", "<br />")
                + "</p>";
    }

    static void home(DoubleCall call, DoubleStatuses statuses) {
        var page = new StringBuilder("<!doctype html><html lang=fr><title>@alice</title>");
        statuses.all().reversed().forEach(status -> page.append(article(status)));
        call.page(200, page.append("</html>").toString());
    }

    static void status(DoubleCall call, DoubleStatuses statuses, long id) throws Refusal {
        call.page(
                200,
                "<!doctype html><html lang=fr><title>@alice</title>"
                        + article(statuses.existing(id))
                        + "</html>");
    }

    private static String article(DoubleStatuses.Status status) {
        var article =
                new StringBuilder(
                        "<article id=s" + status.id() + " lang=" + status.language() + ">");
        if (!status.warning().isEmpty()) {
            article.append("<p><strong>").append(escaped(status.warning())).append("</strong></p>");
        }
        article.append(content(status.text()));
        for (var picture : status.pictures()) {
            article.append("<img width=320 src=/files/")
                    .append(picture.id())
                    .append(" alt=\"")
                    .append(escaped(picture.description()))
                    .append("\">");
        }
        return article.append("<p><a href=/@alice/")
                .append(status.id())
                .append(">")
                .append(status.at())
                .append("</a></p></article><hr>")
                .toString();
    }

    private static String link(MatchResult match) {
        if (match.group(1) != null) {
            var url = match.group(1);
            var scheme = url.replaceFirst("^(https?://(www\\.)?).*", "$1");
            var rest = url.substring(scheme.length());
            var shown = rest.substring(0, Math.min(30, rest.length()));
            return "<a href=\""
                    + url
                    + "\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\">"
                    + "<span class=\"invisible\">"
                    + scheme
                    + "</span>"
                    + "<span class=\""
                    + (rest.length() > 30 ? "ellipsis" : "")
                    + "\">"
                    + shown
                    + "</span>"
                    + "<span class=\"invisible\">"
                    + rest.substring(shown.length())
                    + "</span></a>";
        }
        if (match.group(2) != null) {
            return "<span class=\"h-card\" translate=\"no\"><a href=\"/@"
                    + match.group(2)
                    + "\" class=\"u-url mention\">@<span>"
                    + match.group(2)
                    + "</span></a></span>";
        }
        return "<a href=\"/tags/"
                + match.group(4)
                + "\" class=\"mention hashtag\" rel=\"tag\">#<span>"
                + match.group(4)
                + "</span></a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
