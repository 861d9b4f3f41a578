package fr.tocsin.publishing.web;

import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.media.MediaId;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Preview;
import fr.tocsin.publishing.Authorisation;
import fr.tocsin.publishing.Emergency;
import fr.tocsin.publishing.Entry;
import fr.tocsin.publishing.Lineage;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.Revision;
import fr.tocsin.publishing.Standing;
import fr.tocsin.publishing.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One publication: what it says, where it goes, who decided what.
///
/// @param previews of the revision in force, or of the draft
/// @param stuck what fits into no post, in the draft's previews
/// @param revision the one to decide on or in force; empty for a draft that was never submitted or
///   changed since
/// @param timeline newest first
/// @param overdue whether the planned time has passed while it waited for approval
public record ShowPage(
        String base,
        Publication publication,
        Standing standing,
        String heading,
        List<Edition> previews,
        Optional<Revision> revision,
        Optional<Revision.Approval> returned,
        Optional<Authorisation> authorisation,
        Optional<Emergency> emergency,
        List<Entry> timeline,
        Deliveries deliveries,
        CorrectionPage correction,
        May may,
        boolean overdue,
        Mistakes mistakes,
        Typed typed,
        Reuse reuse) {

    /// What may begin with this publication, and what did.
    ///
    /// @param out whether it has left or was given up: then it can only be published again
    /// @param origin what it began as a copy of
    /// @param copies what began as a copy of it
    /// @param templates the address of the unit's templates
    public record Reuse(
            boolean may,
            boolean out,
            Optional<Lineage> origin,
            List<Lineage> copies,
            String templates) {}

    /// What one account says.
    ///
    /// @param warningLost whether there is a content warning that this network does not show
    public record Edition(Preview preview, boolean warningLost) {}

    /// How it stands on each channel; empty until something was ordered.
    ///
    /// @param base the address of what is done about deliveries
    public record Deliveries(String base, List<DeliveryReport> reports, boolean mayDecide) {}

    /// What this officer may do now.
    ///
    /// @param own whether they wrote it: then they may not approve it
    /// @param publishInEmergency what was submitted, without waiting for approval
    public record May(
            boolean edit,
            boolean withdraw,
            boolean cancel,
            boolean approve,
            boolean own,
            boolean reschedule,
            boolean authorise,
            boolean review,
            boolean takeDown,
            boolean publishInEmergency) {}

    /// What was typed into the page's small forms, should they come back.
    public record Typed(
            String remark,
            String reason,
            String planned,
            boolean atATime,
            Planning planning,
            String magistrate,
            String reference,
            String scope,
            String expiresOn) {

        static final Typed NOTHING = new Typed("", "", "", false, Planning.NOW, "", "", "", "");

        static Typed remark(String remark) {
            return new Typed(remark, "", "", false, Planning.NOW, "", "", "", "");
        }

        static Typed reason(String reason) {
            return new Typed("", reason, "", false, Planning.NOW, "", "", "", "");
        }

        static Typed time(DraftForm.When when) {
            return new Typed("", "", when.typed(), when.atATime(), when.planning(), "", "", "", "");
        }

        static Typed authorisation(
                String magistrate, String reference, String scope, String expiresOn) {
            return new Typed(
                    "", "", "", false, Planning.NOW, magistrate, reference, scope, expiresOn);
        }
    }

    /// A small copy of one of the pictures.
    public String thumbnail(MediaId picture) {
        return base.substring(0, base.indexOf("/publications/"))
                + "/media/"
                + picture
                + "/thumbnail";
    }

    public String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// When it is meant to go out; empty for at once.
    public Optional<Instant> planned() {
        return publication.draft().planning().moment() instanceof Planning.Moment.At(Instant at)
                ? Optional.of(at)
                : Optional.empty();
    }

    public boolean takenDown() {
        return publication.state() == State.TAKEN_DOWN;
    }

    /// The address of the unit's takedowns.
    public String takedowns() {
        return base.substring(0, base.lastIndexOf("/publications")) + "/takedowns";
    }

    public String languageName(String reader) {
        return Locale.of(publication.draft().language()).getDisplayLanguage(Locale.of(reader));
    }

    public String kind() {
        return publication.draft().kind().name().toLowerCase(Locale.ROOT);
    }

    /// The style of a line of the timeline.
    public String tone(Entry entry) {
        return switch (entry.act()) {
            case APPROVED, PUBLISHED, DELIVERED, REVIEWED, AUTHORISED, CORRECTED, COPIES_GONE ->
                    "done";
            case RETURNED,
                    REOPENED,
                    APPROVED_LATE,
                    EMERGENCY,
                    WITHDRAWN,
                    WITHHELD,
                    REMOVAL_ASKED,
                    REMOVED,
                    CORRECTION_ABANDONED ->
                    "warning";
            case DELIVERY_FAILED,
                    REMOVAL_FAILED,
                    TROUBLED,
                    CANCELLED,
                    CORRECTION_FAILED,
                    TAKEN_DOWN,
                    COPY_BACK ->
                    "failed";
            case SUBMITTED, RESCHEDULED, MOVED, CORRECTION_BEGUN -> "now";
            case CREATED, CHANGED -> "";
        };
    }

    public String words(Entry entry) {
        return "publishing.act." + entry.act().name().toLowerCase(Locale.ROOT);
    }
}
