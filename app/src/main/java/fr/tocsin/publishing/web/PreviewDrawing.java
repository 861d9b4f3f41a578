package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Means;
import fr.tocsin.delivering.Post;
import fr.tocsin.pages.Preview;
import fr.tocsin.pages.Words;
import fr.tocsin.publishing.Amended;
import fr.tocsin.publishing.Content;
import fr.tocsin.publishing.Draft;
import fr.tocsin.wording.Measure;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Draws what accounts will say, for the editor and for who approves.
final class PreviewDrawing {

    private final DeskPath desk;
    private final Words words;

    PreviewDrawing(DeskPath desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    PreviewPage of(Draft draft, List<fr.tocsin.publishing.Preview> previews) {
        return new PreviewPage(
                previews.stream().map(preview -> card(draft, preview, null)).toList());
    }

    /// What a correction says, account by account, and how it gets there.
    PreviewPage ofCorrection(Draft draft, List<Amended> amended) {
        return new PreviewPage(
                amended.stream().map(each -> card(draft, each.preview(), each.means())).toList());
    }

    private PreviewPage.Card card(
            Draft draft, fr.tocsin.publishing.Preview preview, @Nullable Means means) {
        var account = preview.account();
        var drawing =
                new Preview(
                        account.network().id(),
                        words.t("network." + account.network()),
                        account.displayName(),
                        account.handle(),
                        preview.article() ? draft.title() : "",
                        preview.warned() ? draft.warning() : "",
                        linkCard(draft.link()),
                        preview.parts().stream().map(p -> part(p.text(), p.images())).toList());
        return new PreviewPage.Card(
                drawing,
                preview.whole().used(),
                preview.whole().limit(),
                preview.whole().unit() == Measure.Unit.BYTES,
                preview.article(),
                preview.stuck(),
                !preview.warned() && !draft.warning().isBlank(),
                means);
    }

    /// A correction that was frozen, exactly as it goes out, account by account.
    List<PreviewPage.Card> ofCorrection(Content content, Content.Correction correction) {
        return correction.targets().stream().map(target -> card(content, target)).toList();
    }

    private PreviewPage.Card card(Content content, Content.Target target) {
        var drawing =
                content.editions().stream()
                        .filter(edition -> edition.account().equals(target.account()))
                        .findFirst()
                        .map(edition -> of(edition, edition.handle(), true))
                        .orElseGet(() -> silent(target));
        return new PreviewPage.Card(drawing, 0, 0, false, false, null, false, target.means());
    }

    private Preview silent(Content.Target target) {
        return new Preview(
                target.network().id(),
                words.t("network." + target.network()),
                target.handle(),
                "",
                "",
                "",
                List.of(),
                List.of());
    }

    /// What was frozen, exactly as it goes out or went.
    ///
    /// @param author the account's display name
    /// @param warned whether the network shows content warnings
    Preview of(Content.Edition edition, String author, boolean warned) {
        var post = edition.post();
        return new Preview(
                edition.network().id(),
                words.t("network." + edition.network()),
                author,
                edition.handle(),
                Objects.requireNonNullElse(post.title(), ""),
                warned ? Objects.requireNonNullElse(post.warning(), "") : "",
                linkCard(Optional.ofNullable(post.link()).map(URI::toString).orElse("")),
                post.parts().stream().map(part -> part(part.text(), part.images())).toList());
    }

    private Preview.Part part(String text, List<Post.Image> images) {
        return new Preview.Part(
                text,
                images.stream()
                        .map(image -> new Preview.Picture(desk.picture(image.media()), image.alt()))
                        .toList());
    }

    private static List<String> linkCard(String link) {
        var host = host(link);
        return host == null ? List.of() : List.of(host, link.strip());
    }

    private static @Nullable String host(String link) {
        try {
            return URI.create(link.strip()).getHost();
        } catch (IllegalArgumentException typing) {
            return null;
        }
    }
}
