package fr.tocsin.site.web;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import fr.tocsin.site.Site;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a [Feed] as Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1.
@Component
class FeedWriter {

    private static final String GENERATOR = "Tocsin";
    private static final Namespace TOMBSTONES =
            Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final JsonMapper json;

    FeedWriter(JsonMapper json) {
        this.json = json;
    }

    String write(Feed feed, Feed.Format format) {
        return switch (format) {
            case ATOM -> atom(feed);
            case RSS -> rss(feed);
            case JSON -> json(feed);
        };
    }

    private static String atom(Feed feed) {
        var atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setId(feed.self(Feed.Format.ATOM).toString());
        atom.setTitle(feed.title());
        atom.setSubtitle(text(feed.description()));
        atom.setUpdated(Date.from(latest(feed)));
        atom.setLanguage(feed.language());
        var generator = new Generator();
        generator.setValue(GENERATOR);
        atom.setGenerator(generator);
        atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.home())));
        atom.setOtherLinks(
                List.of(link("self", Feed.Format.ATOM.type(), feed.self(Feed.Format.ATOM))));
        atom.setForeignMarkup(feed.removals().stream().map(FeedWriter::deletedEntry).toList());
        atom.setEntries(feed.articles().stream().map(FeedWriter::entry).toList());
        return xml(atom);
    }

    /// RFC 6721: whoever keeps a copy of this entry drops it.
    private static Element deletedEntry(Site.Removal removal) {
        var gone = new Element("deleted-entry", TOMBSTONES);
        gone.setAttribute("ref", id(removal.publication()));
        gone.setAttribute("when", removal.at().toString());
        return gone;
    }

    private static Entry entry(Article article) {
        var entry = new Entry();
        entry.setId(id(article));
        entry.setTitle(article.title());
        entry.setPublished(Date.from(article.publishedAt()));
        entry.setUpdated(Date.from(article.updatedAt()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", article.address())));
        entry.setOtherLinks(
                article.pictures().stream()
                        .map(picture ->
                                link(
                                        "enclosure",
                                        "image/jpeg",
                                        article.address().resolve(picture.large())))
                        .toList());
        var author = new Person();
        author.setName(article.unitName());
        entry.setAuthors(List.of(author));
        var category = new Category();
        category.setTerm(article.kindPath());
        entry.setCategories(List.of(category));
        var content = new Content();
        content.setType(Content.HTML);
        content.setValue(html(article));
        entry.setContents(List.of(content));
        return entry;
    }

    private static String rss(Feed feed) {
        var rss = new Channel("rss_2.0");
        rss.setTitle(feed.title());
        rss.setDescription(feed.description());
        rss.setLink(feed.home().toString());
        rss.setLanguage(feed.language());
        rss.setLastBuildDate(Date.from(latest(feed)));
        rss.setGenerator(GENERATOR);
        var self = new AtomLinkModuleImpl();
        self.setLinks(List.of(link("self", Feed.Format.RSS.type(), feed.self(Feed.Format.RSS))));
        rss.setModules(List.of(self));
        rss.setItems(feed.articles().stream().map(FeedWriter::item).toList());
        return xml(rss);
    }

    private static Item item(Article article) {
        var item = new Item();
        item.setTitle(article.title());
        item.setLink(article.address().toString());
        var guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(id(article));
        item.setGuid(guid);
        item.setPubDate(Date.from(article.publishedAt()));
        // RSS has no word of its own for a change; feeds that say it borrow Atom's.
        var updated = new Element("updated", "atom", ATOM);
        updated.setText(article.updatedAt().toString());
        item.setForeignMarkup(List.of(updated));
        var category = new com.rometools.rome.feed.rss.Category();
        category.setValue(article.kindPath());
        item.setCategories(List.of(category));
        var description = new Description();
        description.setType("text/html");
        description.setValue(html(article));
        item.setDescription(description);
        return item;
    }

    private String json(Feed feed) {
        var root = new LinkedHashMap<String, Object>();
        root.put("version", "https://jsonfeed.org/version/1.1");
        root.put("title", feed.title());
        root.put("description", feed.description());
        root.put("home_page_url", feed.home());
        root.put("feed_url", feed.self(Feed.Format.JSON));
        root.put("language", feed.language());
        root.put("items", feed.articles().stream().map(FeedWriter::jsonItem).toList());
        return json.writeValueAsString(root);
    }

    private static Map<String, Object> jsonItem(Article article) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", id(article));
        item.put("url", article.address());
        item.put("title", article.title());
        item.put("content_html", html(article));
        item.put("summary", article.excerpt());
        item.put("date_published", article.publishedAt().toString());
        item.put("date_modified", article.updatedAt().toString());
        item.put("authors", List.of(Map.of("name", article.unitName())));
        item.put("tags", List.of(article.kindPath()));
        item.put("language", article.language());
        if (!article.pictures().isEmpty()) {
            item.put("image", article.address().resolve(article.pictures().getFirst().large()));
        }
        return item;
    }

    private static String html(Article article) {
        var html = new StringOutput();
        article.body().writeTo(html);
        var pictures = new ArrayList<String>();
        for (var picture : article.pictures()) {
            pictures.add(
                    "<p><img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\"></p>\n"
                            .formatted(
                                    article.address().resolve(picture.large()),
                                    org.springframework.web.util.HtmlUtils.htmlEscape(
                                            picture.alt()),
                                    picture.width(),
                                    picture.height()));
        }
        return html + String.join("", pictures);
    }

    private static String id(Article article) {
        return id(article.publication());
    }

    private static String id(UUID publication) {
        return "urn:uuid:" + publication;
    }

    private static Instant latest(Feed feed) {
        return Stream.concat(
                        feed.articles().stream().map(Article::updatedAt),
                        feed.removals().stream().map(Site.Removal::at))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Content text(String value) {
        var text = new Content();
        text.setType(Content.TEXT);
        text.setValue(value);
        return text;
    }

    private static Link link(String rel, String type, URI href) {
        var link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(href.toString());
        return link;
    }

    private static String xml(com.rometools.rome.feed.WireFeed feed) {
        feed.setEncoding("UTF-8");
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of our own could not be written", e);
        }
    }
}
