package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Rights;
import fr.tocsin.units.UnitId;
import fr.tocsin.wording.Measure;
import fr.tocsin.wording.Split;
import fr.tocsin.wording.Threading;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns a draft into what each account will say. Preview and sending both come from here.
@Component
class Composition {

    private static final Pattern THREAD_MARK = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*\\R?");

    /// How much of a word without end a message repeats, in code points.
    private static final int BEGINNING = 40;

    private final Delivering delivering;
    private final Media media;

    Composition(Delivering delivering, Media media) {
        this.delivering = delivering;
        this.media = media;
    }

    /// The chosen accounts that are still there, in the order of the desk.
    List<Account> accounts(UnitId unit, Draft draft) {
        return delivering.accounts(unit).stream()
                .filter(account -> draft.accounts().contains(account.id()))
                .toList();
    }

    List<Preview> previews(UnitId unit, Draft draft) {
        return accounts(unit, draft).stream()
                .flatMap(account -> preview(draft, account).stream())
                .toList();
    }

    /// The same draft with the unit's own pictures only, each as it was edited last.
    Draft ofOwnPictures(UnitId unit, Draft draft) {
        var own = new LinkedHashMap<MediaId, Post.Image>();
        for (var image : draft.images()) {
            media.current(unit, image.media())
                    .ifPresent(item ->
                            own.putIfAbsent(item.id(), new Post.Image(item.id(), image.alt())));
        }
        var pictures = List.copyOf(own.values());
        return pictures.equals(draft.images()) ? draft : draft.showing(pictures);
    }

    /// Whose a picture is, and until when it may leave.
    Rights rights(UnitId unit, MediaId picture) {
        return media.find(unit, picture).map(MediaItem::rights).orElse(Rights.UNKNOWN);
    }

    /// What names the content of a picture for good.
    String fingerprint(UnitId unit, MediaId picture) {
        return media.find(unit, picture)
                .orElseThrow(() -> new IllegalStateException("no picture " + picture))
                .sha256();
    }

    /// Proposes the words for a picture to the next who uses it, unless it has some already.
    void proposeWords(UnitId unit, Draft draft) {
        draft.images().forEach(image -> media.propose(unit, image.media(), image.alt()));
    }

    Post post(Draft draft, Preview preview) {
        return new Post(
                draft.kind(),
                draft.language(),
                textOrNull(draft.title()),
                textOrNull(draft.warning()),
                address(draft.link()),
                preview.parts().stream()
                        .map(part -> new Post.Part(part.text(), part.images()))
                        .toList(),
                draft.visibility());
    }

    /// What the account would say; empty when its network is not known here.
    Optional<Preview> preview(Draft draft, Account account) {
        return preview(draft, account, text(draft, account));
    }

    /// The same in other words than the draft's.
    Optional<Preview> preview(Draft draft, Account account, String words) {
        return delivering
                .channel(account.network())
                .map(channel -> preview(draft, account, channel, words));
    }

    private static Preview preview(Draft draft, Account account, Channel channel, String text) {
        var article = channel instanceof Channel.ShowsArticles;
        var warned = channel instanceof Channel.ShowsWarnings;
        var alone = channel.measure(account.limits());
        var measure =
                warned && !draft.warning().isBlank()
                        ? alone.reserving(alone.count(draft.warning().strip()).used())
                        : alone;
        var split = article ? whole(text) : Threading.split(text, measure);
        return new Preview(
                account,
                article,
                warned,
                switch (split) {
                    case Split.Parts parts -> parts(parts.texts(), draft.images(), measure);
                    case Split.TooLong _ -> List.of();
                },
                measure.count(text),
                split instanceof Split.TooLong tooLong ? beginning(tooLong.piece()) : null);
    }

    /// Enough to find it again in the text.
    private static String beginning(String piece) {
        return piece.codePointCount(0, piece.length()) <= BEGINNING
                ? piece
                : piece.substring(0, piece.offsetByCodePoints(0, BEGINNING)) + "…";
    }

    /// The network's text, and the link on a line of its own unless it is in there already.
    static String text(Draft draft, Account account) {
        var text = draft.textFor(account.network()).strip();
        var link = draft.link().strip();
        if (link.isEmpty() || text.contains(link)) {
            return text;
        }
        return text.isEmpty() ? link : text + "\n\n" + link;
    }

    /// An article is one piece; the author's marks between posts mean nothing there.
    private static Split whole(String text) {
        var words = THREAD_MARK.matcher(text).replaceAll("").strip();
        return new Split.Parts(words.isEmpty() ? List.of() : List.of(words));
    }

    /// Pictures go with the first post of a thread.
    private static List<Preview.Part> parts(
            List<String> texts, List<Post.Image> images, Measure measure) {
        var parts = new ArrayList<Preview.Part>();
        for (var text : texts) {
            parts.add(
                    new Preview.Part(
                            text, parts.isEmpty() ? images : List.of(), measure.count(text)));
        }
        return List.copyOf(parts);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /// @return null for none, and for what is not an absolute http(s) address
    static @Nullable URI address(String link) {
        try {
            var uri = URI.create(link.strip());
            var web =
                    "https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
