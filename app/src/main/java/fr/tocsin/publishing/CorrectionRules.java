package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Means;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What must be right before a correction leaves its author's hands.
@Component
class CorrectionRules {

    static final int LONGEST_NOTICE = 2_000;

    private final Rules rules;

    CorrectionRules(Rules rules) {
        this.rules = rules;
    }

    /// Every mistake, in the order of the form; none means that it may be submitted.
    List<Mistake> check(
            Publication publication,
            Draft draft,
            Explanation explanation,
            List<Amended> amended,
            Instant now) {
        var mistakes = new ArrayList<Mistake>();
        var sent = amended.stream().filter(Amended::reaches).toList();
        var previews = sent.stream().map(Amended::preview).toList();
        Rules.words(draft, previews, mistakes);
        sent.forEach(each -> fits(draft, each, mistakes));
        Rules.images(draft, previews, mistakes);
        rules.checked(publication.unit(), publication.id(), draft, mistakes);
        rules.rights(publication.unit(), draft, now, mistakes);
        amended.forEach(each -> account(draft, each, mistakes));
        if (explanation.notice().length() > LONGEST_NOTICE) {
            mistakes.add(
                    Mistake.of(
                            "notice",
                            "notice-long",
                            explanation.notice().length(),
                            LONGEST_NOTICE));
        }
        if (explanation.withheld() && explanation.reason().isBlank()) {
            mistakes.add(Mistake.of("withheldReason", "withheld-reason-missing"));
        }
        if (draft.needsAuthorisation()) {
            rules.authorised(publication.unit(), publication.id(), now, mistakes);
        }
        if (sent.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(Mistake.of("text", "nothing-corrected"));
        }
        return List.copyOf(mistakes);
    }

    private static void fits(Draft draft, Amended amended, List<Mistake> mistakes) {
        var preview = amended.preview();
        if (amended.means() != Means.REPLY) {
            Rules.fits(draft, preview, mistakes);
        } else if (preview.stuck() != null) {
            mistakes.add(
                    Mistake.of("notice", "word-long", preview.stuck(), preview.account().handle()));
        }
    }

    /// An account that shows the publication cannot be left out: what is wrong would stay there.
    /// One that must be connected again is corrected once it is.
    private static void account(Draft draft, Amended amended, List<Mistake> mistakes) {
        var account = amended.account();
        var chosen = draft.accounts().contains(account.id());
        if (!chosen && (amended.means() == Means.EDIT || amended.means() == Means.REPLY)) {
            mistakes.add(Mistake.of("accounts", "account-uncorrected", account.handle()));
        }
        if (amended.means() == Means.PUBLISH && account.state() != Account.State.CONNECTED) {
            mistakes.add(Mistake.of("accounts", "account-reconnect", account.handle()));
        }
    }
}
