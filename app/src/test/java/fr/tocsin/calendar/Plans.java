package fr.tocsin.calendar;

import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Outcome;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Revision;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Officer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/// A unit that plans publications for its own site.
final class Plans {

    final Cast cast;
    final Officer alice;
    final Officer bob;
    final Officer charlie;

    private final ApplicationContext context;

    Plans(ApplicationContext context) {
        this.context = context;
        cast = Cast.in(context);
        alice = cast.officer(cast.alice);
        bob = cast.officer(cast.bob);
        charlie = cast.officer(cast.charlie);
    }

    /// A draft by Alice.
    ///
    /// @param local such as `2026-11-27T18:00`
    PublicationId draft(Kind kind, String title, String local) {
        return draft(kind, title, Planning.at(LocalDateTime.parse(local)));
    }

    PublicationId draft(Kind kind, String title, Planning planning) {
        var publishing = context.getBean(Publishing.class);
        var blank = publishing.draft(alice, kind);
        publishing.save(
                alice,
                blank.id(),
                blank.version(),
                new Draft(
                        kind,
                        title,
                        "Un texte pour le public.",
                        "",
                        "fr",
                        "",
                        Post.Visibility.PUBLIC,
                        false,
                        planning,
                        blank.draft().accounts(),
                        Map.of(),
                        List.of()));
        return blank.id();
    }

    Revision submitted(PublicationId id) {
        var submission =
                context.getBean(Publishing.class).submit(alice, id, publication(id).version());
        return ((Outcome.Submission.Submitted) submission).revision();
    }

    /// Submitted by Alice, approved by Bob.
    PublicationId approved(Kind kind, String title, String local) {
        var id = draft(kind, title, local);
        context.getBean(Approving.class).approve(bob, id, submitted(id).hash());
        return id;
    }

    Publication publication(PublicationId id) {
        return context.getBean(Records.class).find(alice, id);
    }

    String local(PublicationId id) {
        return String.valueOf(publication(id).draft().planning().local());
    }
}
