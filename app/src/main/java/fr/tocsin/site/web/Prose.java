package fr.tocsin.site.web;

import fr.tocsin.wording.Links;
import gg.jte.Content;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// Turns the plain text of a publication into safe HTML: paragraphs, line breaks, links.
final class Prose {

    private static final Pattern EMPTY_LINES = Pattern.compile("\\R(?:\\h*\\R)+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int EXCERPT = 220;

    private Prose() {}

    static Content html(String text) {
        var html = markup(text);
        return output -> output.writeContent(html);
    }

    static String markup(String text) {
        var html = new StringBuilder();
        for (var paragraph : EMPTY_LINES.split(text.strip())) {
            html.append("<p>")
                    .append(LINE_END.matcher(linked(paragraph)).replaceAll("<br>"))
                    .append("</p>\n");
        }
        return html.toString();
    }

    /// The first words, cut at a word's end.
    static String excerpt(String text) {
        var flat = text.strip().replaceAll("\\s+", " ");
        if (flat.length() <= EXCERPT) {
            return flat;
        }
        var cut = flat.lastIndexOf(' ', EXCERPT);
        return flat.substring(0, cut > 0 ? cut : EXCERPT) + " …";
    }

    private static String linked(String text) {
        var html = new StringBuilder();
        int from = 0;
        for (var link : Links.withBareDomains(text)) {
            if (link.kind() != Links.Kind.URL) {
                continue;
            }
            var target = HtmlUtils.htmlEscape(link.target());
            html.append(HtmlUtils.htmlEscape(text.substring(from, link.start())))
                    .append(
                            "<a href=\""
                                    + target
                                    + "\" rel=\"noopener\">"
                                    + HtmlUtils.htmlEscape(link.text())
                                    + "</a>");
            from = link.end();
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(from))).toString();
    }
}
