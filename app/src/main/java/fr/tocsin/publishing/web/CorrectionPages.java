package fr.tocsin.publishing.web;

import fr.tocsin.publishing.Correcting;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gathers what the page of a publication shows of its correction.
@Component
class CorrectionPages {

    private final Correcting correcting;
    private final Records records;
    private final EditorPages editor;

    CorrectionPages(Correcting correcting, Records records, EditorPages editor) {
        this.correcting = correcting;
        this.records = records;
        this.editor = editor;
    }

    CorrectionPage of(Officer officer, Publication publication) {
        var writes = Rights.WRITE.has(officer);
        var correction = publication.correction();
        var inForce = correcting.inForce(officer, publication.id());
        if (correction == null || inForce.isEmpty()) {
            return new CorrectionPage(
                    writes && correcting.isCorrectable(officer, publication),
                    false,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        var before = inForce.get().content().draft();
        var words = editor.words();
        return new CorrectionPage(
                false,
                writes,
                Optional.of(correction),
                cards(officer, publication),
                ConflictPage.texts(before, publication.draft(), words),
                ConflictPage.others(
                        publication.draft().plannedFor(before.planning()), before, words));
    }

    /// Whoever decides sees what was frozen; whoever writes, what would be.
    private List<PreviewPage.Card> cards(Officer officer, Publication publication) {
        if (publication.isSubmitted()) {
            var content = records.revisions(officer, publication.id()).getFirst().content();
            if (content.correction() != null) {
                return new PreviewDrawing(new DeskPath(officer), editor.words())
                        .ofCorrection(content, content.correction());
            }
        }
        return editor.preview(officer, publication, DraftForm.of(publication)).cards();
    }
}
