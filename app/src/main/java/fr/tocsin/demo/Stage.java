package fr.tocsin.demo;

import fr.tocsin.delivering.Post;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Studio;
import fr.tocsin.media.Upload;
import fr.tocsin.media.studio.Area;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Checking;
import fr.tocsin.publishing.Checklist;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Outcome;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.templates.Templates;
import fr.tocsin.templates.Wording;
import fr.tocsin.units.Officer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Plays one unit's publications through the same doors that a person uses: drafted, submitted,
/// approved, delivered.
@Component
class Stage {

    private final Publishing publishing;
    private final Approving approving;
    private final Records records;
    private final Checking checking;
    private final Media media;
    private final Templates templates;
    private final Studio studio;
    private final Clock clock;

    Stage(
            Publishing publishing,
            Approving approving,
            Records records,
            Checking checking,
            Media media,
            Templates templates,
            Studio studio,
            Clock clock) {
        this.publishing = publishing;
        this.approving = approving;
        this.records = records;
        this.checking = checking;
        this.media = media;
        this.templates = templates;
        this.studio = studio;
        this.clock = clock;
    }

    /// @param author writes all pieces
    /// @param approver somebody else, who also records the word of justice
    PublicationId play(Script.Piece piece, Officer author, Officer approver) {
        var blank = publishing.draft(author, piece.kind());
        var saved =
                publishing.save(
                        author, blank.id(), blank.version(), draft(piece, author, blank.draft()));
        if (!(saved instanceof Outcome.Saving.Saved(var publication, var changed))) {
            throw new IllegalStateException(
                    "the demonstration could not save '" + piece.title() + "': " + saved);
        }
        var authorisation = piece.authorisation();
        if (authorisation != null) {
            records.authorise(
                    approver,
                    publication.id(),
                    authorisation.magistrate(),
                    authorisation.reference(),
                    authorisation.scope(),
                    LocalDateTime.now(clock.withZone(Planning.ZONE))
                            .toLocalDate()
                            .plusDays(authorisation.days()));
        }
        if (piece.state() != Script.State.DRAFT) {
            check(piece, author, publication);
            submit(
                    piece,
                    author,
                    approver,
                    publication.id(),
                    records.find(author, publication.id()).version());
        }
        return publication.id();
    }

    /// Puts a template on the unit's shelf.
    void lay(Script.Model model, Officer author) {
        templates.add(
                author,
                new Wording(model.kind(), model.name(), model.title(), model.text(), "", "fr"));
    }

    private void submit(
            Script.Piece piece, Officer author, Officer approver, PublicationId id, int version) {
        var submission = publishing.submit(author, id, version);
        if (!(submission instanceof Outcome.Submission.Submitted(var revision))) {
            throw new IllegalStateException(
                    "the demonstration could not submit '" + piece.title() + "': " + submission);
        }
        if (piece.state() == Script.State.WAITING) {
            return;
        }
        var verdict = approving.approve(approver, id, revision.hash());
        if (!(verdict instanceof Outcome.Verdict.Ordered)) {
            throw new IllegalStateException(
                    "the demonstration could not approve '" + piece.title() + "': " + verdict);
        }
    }

    private Draft draft(Script.Piece piece, Officer author, Draft blank) {
        return new Draft(
                piece.kind(),
                piece.title(),
                piece.text(),
                Objects.requireNonNullElse(piece.link(), ""),
                "fr",
                "",
                Post.Visibility.PUBLIC,
                false,
                piece.state() == Script.State.SCHEDULED
                        ? inHours(piece.hoursAhead())
                        : Planning.NOW,
                blank.accounts(),
                Map.of(),
                piece.images().stream().map(picture -> image(picture, author)).toList());
    }

    private Planning inHours(int hours) {
        return Planning.at(
                LocalDateTime.now(clock.withZone(Planning.ZONE))
                        .plusHours(hours)
                        .truncatedTo(ChronoUnit.HOURS));
    }

    private Post.Image image(Script.Picture picture, Officer author) {
        try (var file = new ClassPathResource("demo/" + picture.file()).getInputStream()) {
            var stored =
                    media.store(
                            author.unitId(), author.member(), picture.file(), file.readAllBytes());
            if (!(stored instanceof Upload.Stored(var item))) {
                throw new IllegalStateException(
                        "the demonstration's picture " + picture.file() + ": " + stored);
            }
            media.describe(author.unitId(), item.id(), picture.alt());
            return new Post.Image(hidden(picture, author, item.id()), picture.alt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The picture with what must not be seen hidden in the studio.
    private MediaId hidden(Script.Picture picture, Officer author, MediaId sentIn) {
        if (picture.masks().isEmpty()) {
            return sentIn;
        }
        var masks =
                picture.masks().stream()
                        .map(mask ->
                                new Recipe.Mask(
                                        new Area(
                                                mask.left(),
                                                mask.top(),
                                                mask.width(),
                                                mask.height()),
                                        mask.cover()))
                        .toList();
        return studio.save(author, sentIn, new Recipe(0, null, masks, null, null))
                .orElseThrow()
                .picture()
                .id();
    }

    private void check(Script.Piece piece, Officer author, Publication publication) {
        for (var i = 0; i < piece.images().size(); i++) {
            var given = piece.images().get(i).checks();
            var answers =
                    new EnumMap<Checklist.Question, Checklist.Answer>(Checklist.Question.class);
            for (var question : Checklist.Question.values()) {
                var check =
                        given.getOrDefault(
                                question, new Script.Check(Checklist.Verdict.NONE, null));
                answers.put(
                        question,
                        new Checklist.Answer(
                                check.verdict(),
                                Objects.requireNonNullElse(check.reason(), ""),
                                author.name()));
            }
            var picture = publication.draft().images().get(i).media();
            var mistakes = checking.answer(author, publication.id(), picture, answers);
            if (!mistakes.isEmpty()) {
                throw new IllegalStateException(
                        "the demonstration's checklist of '" + piece.title() + "': " + mistakes);
            }
        }
    }
}
