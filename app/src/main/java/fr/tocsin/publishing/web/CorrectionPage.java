package fr.tocsin.publishing.web;

import fr.tocsin.publishing.Correction;
import java.util.List;
import java.util.Optional;

/// What the page of a publication shows of its correction.
///
/// @param mayBegin whether something is public that this officer may correct
/// @param mayWrite whether this officer may go on with it, or give it up
/// @param cards account by account: how the correction gets there, and what it says
/// @param texts those that change
/// @param others words for the other things that change
public record CorrectionPage(
        boolean mayBegin,
        boolean mayWrite,
        Optional<Correction> open,
        List<PreviewPage.Card> cards,
        List<ConflictPage.Text> texts,
        List<String> others) {

    public boolean submitted() {
        return open.filter(correction -> correction.stage() == Correction.Stage.SUBMITTED)
                .isPresent();
    }
}
