package fr.tocsin.publishing;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliverySummary;
import fr.tocsin.delivering.Order;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Reason;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Lets a revision go to its accounts, and takes it back while it has not left. Always within the
/// transaction of the decision.
@Component
class Release {

    private static final List<State> WAITING =
            List.of(State.DRAFT, State.SUBMITTED, State.LATE, State.APPROVED);

    private final Publications publications;
    private final Corrections corrections;
    private final Delivering delivering;
    private final Clock clock;

    Release(
            Publications publications,
            Corrections corrections,
            Delivering delivering,
            Clock clock) {
        this.publications = publications;
        this.corrections = corrections;
        this.delivering = delivering;
        this.clock = clock;
    }

    void order(UnitId unit, Revision revision, Instant due) {
        var publication = revision.publication();
        if (!publications.move(unit, publication, WAITING, State.APPROVED, due, clock.instant())) {
            throw new IllegalStateException(
                    "publication " + publication + " was to be ordered but is no longer waiting");
        }
        delivering.order(
                new Order(unit, publication.value(), revision.id().value(), due, posts(revision)));
    }

    /// Sends a correction after what is public, and closes it; the publication keeps its state.
    void correct(UnitId unit, Revision revision, Instant due) {
        var publication = revision.publication();
        corrections.end(unit, publication);
        delivering.correct(
                new Order(unit, publication.value(), revision.id().value(), due, posts(revision)));
    }

    private static Map<AccountId, Post> posts(Revision revision) {
        return revision.content().editions().stream()
                .collect(Collectors.toMap(Content.Edition::account, Content.Edition::post));
    }

    /// @return false when something is already on its way: everything this transaction did is
    ///   undone
    boolean takeBack(UnitId unit, PublicationId publication, String reason) {
        delivering.cancel(unit, publication.value(), Reason.of(reason));
        var left =
                delivering
                        .summaries(unit, List.of(publication.value()))
                        .getOrDefault(publication.value(), DeliverySummary.NONE);
        if (left.published() == 0 && left.moving() == 0 && left.needsPerson() == 0) {
            return true;
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return false;
    }
}
