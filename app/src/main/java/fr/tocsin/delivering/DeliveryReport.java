package fr.tocsin.delivering;

import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The truth about one revision on one account, for the people at the desk.
///
/// @param posts the copies that exist, one per part that is public, in order; kept after removal
/// @param parts how many parts the post has
/// @param tries everything that was tried, oldest first
/// @param reason why it is not simply done; null when nothing is to be explained
/// @param nextTry when it leaves or is tried again; null when nothing will happen by itself
/// @param acts what a person may do now
/// @param corrections of what was published, in their order
public record DeliveryReport(
        DeliveryId id,
        UUID publication,
        UUID revision,
        Account account,
        State state,
        List<RemotePost> posts,
        int parts,
        List<Try> tries,
        @Nullable Reason reason,
        Instant dueAt,
        @Nullable Instant nextTry,
        @Nullable Instant settledAt,
        Set<Act> acts,
        List<Correction> corrections) {

    /// One correction on this account.
    ///
    /// @param means [Means#EDIT] or [Means#REPLY]
    /// @param posts the answers that stand below the thread; empty for an edit
    public record Correction(
            DeliveryId id,
            UUID revision,
            Means means,
            State state,
            List<RemotePost> posts,
            @Nullable Reason reason,
            @Nullable Instant settledAt) {}

    /// The correction that its state speaks of; empty when it speaks of the publication, or of its
    /// removal.
    public Optional<Correction> correction() {
        return corrections.stream().filter(correction -> correction.id().equals(id)).findFirst();
    }

    /// The copies of the thread itself, without the answers that correct it.
    public List<RemotePost> thread() {
        return posts.stream()
                .filter(post ->
                        corrections.stream()
                                .noneMatch(correction -> correction.posts().contains(post)))
                .toList();
    }

    /// Who decides about deliveries.
    public static final Set<Role> MAY_DECIDE =
            Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMINISTRATOR);

    /// How often it was sent: the steps of one thread are one attempt, looking and removing are
    /// none.
    public int attempts() {
        var sending = tries.stream().map(Try::outcome).takeWhile(Outcome::isSending).toList();
        var failed = (int) sending.stream().filter(Outcome::isFailure).count();
        var arrived = !sending.isEmpty() && !Outcome.isFailure(sending.getLast());
        return arrived && sending.contains(Outcome.ACCEPTED.word()) ? failed + 1 : failed;
    }

    public static boolean mayDecide(Officer officer) {
        return MAY_DECIDE.stream().anyMatch(officer::is);
    }

    /// The same, of a unit that has stopped all its deliveries.
    DeliveryReport keptBack() {
        return state == State.WAITING || state == State.RETRYING
                ? new DeliveryReport(
                        id,
                        publication,
                        revision,
                        account,
                        state,
                        posts,
                        parts,
                        tries,
                        Reason.of("unit-stopped"),
                        dueAt,
                        null,
                        settledAt,
                        acts,
                        corrections)
                : this;
    }

    /// Names what these reports say, so that asking again changes nothing on a page, and announces
    /// nothing to those who listen to it, until there is news.
    public static String fingerprint(List<DeliveryReport> reports) {
        return Integer.toHexString(reports.toString().hashCode());
    }

    /// Where it stands, in the words of the desk (`delivery.state.<name>`).
    public enum State {
        /// Ordered, its time has not come or no worker has taken it yet.
        WAITING,
        /// A worker has it in hand.
        SENDING,
        /// Did not get through, nothing is public, will be tried again.
        RETRYING,
        /// May be public; we are looking.
        CHECKING,
        PUBLISHED,
        /// The network refused it as it is.
        REFUSED,
        /// Nothing happens until a person decides.
        NEEDS_PERSON,
        CANCELLED,
        REMOVING,
        REMOVED;

        /// Whether it may change without a person.
        public boolean moving() {
            return switch (this) {
                case WAITING, SENDING, RETRYING, CHECKING, REMOVING -> true;
                case PUBLISHED, REFUSED, NEEDS_PERSON, CANCELLED, REMOVED -> false;
            };
        }
    }

    /// What a person may do where it is safe (`delivery.act.<name>`).
    public enum Act {
        /// Try again; where it may be public already, look again first.
        RETRY,
        /// I have looked: it is not there. Send it.
        SEND_AGAIN,
        /// I have looked: it is there.
        MARK_AS_SENT,
        /// Leave it.
        GIVE_UP,
        /// Remove the copies that exist.
        REMOVE
    }

    /// One line of the record.
    ///
    /// @param outcome a stable word; the desk shows the message `delivery.try.<outcome>`
    public record Try(Instant at, String outcome, @Nullable Reason reason) {}
}
