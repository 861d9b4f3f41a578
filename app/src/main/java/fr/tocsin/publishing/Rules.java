package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// What must be right before a publication leaves its author's hands.
@Component
class Rules {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_WARNING = 200;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final Pattern BLANK = Pattern.compile("\\{\\p{L}[\\p{L} _-]{0,38}}");

    private final Composition composition;
    private final Authorisations authorisations;
    private final Checklists checklists;
    private final Films films;

    Rules(
            Composition composition,
            Authorisations authorisations,
            Checklists checklists,
            Films films) {
        this.composition = composition;
        this.authorisations = authorisations;
        this.checklists = checklists;
        this.films = films;
    }

    /// Every mistake, in the order of the form; none means that it may be submitted.
    List<Mistake> check(UnitId unit, PublicationId id, Draft draft, Instant now) {
        var mistakes = new ArrayList<Mistake>();
        var previews = composition.previews(unit, draft);
        words(draft, previews, mistakes);
        for (var preview : previews) {
            fits(draft, preview, mistakes);
        }
        images(draft, previews, mistakes);
        films.check(unit, draft, composition.accounts(unit, draft), mistakes);
        checked(unit, id, draft, mistakes);
        rights(unit, draft, draft.planning().instant(now), mistakes);
        accounts(draft, previews, mistakes);
        planned(draft.planning(), now, mistakes);
        if (draft.needsAuthorisation()) {
            authorised(unit, id, draft.planning().instant(now), mistakes);
        }
        return List.copyOf(mistakes);
    }

    /// Whether justice allows it at that moment.
    void authorised(UnitId unit, PublicationId id, Instant when, List<Mistake> mistakes) {
        var authorisation = authorisations.current(unit, id);
        if (authorisation.isEmpty()) {
            mistakes.add(Mistake.of("authorisation", "authorisation-missing"));
        } else if (!authorisation.get().holdsAt(when)) {
            mistakes.add(
                    Mistake.of(
                            "authorisation",
                            "authorisation-expired",
                            authorisation.get().expiresOn()));
        }
    }

    /// Every picture was looked at for what must not be seen.
    void checked(UnitId unit, PublicationId id, Draft draft, List<Mistake> mistakes) {
        if (draft.images().isEmpty()) {
            return;
        }
        var lists = checklists.of(unit, id);
        for (var i = 0; i < draft.images().size(); i++) {
            var list = lists.getOrDefault(draft.images().get(i).media(), Checklist.EMPTY);
            if (!list.open().isEmpty()) {
                mistakes.add(Mistake.of("images." + i + ".check", "check-missing", i + 1));
            }
        }
    }

    /// Whether every picture may still leave on that day.
    void rights(UnitId unit, Draft draft, Instant when, List<Mistake> mistakes) {
        var day = LocalDate.ofInstant(when, Planning.ZONE);
        for (var i = 0; i < draft.images().size(); i++) {
            var rights = composition.rights(unit, draft.images().get(i).media());
            var last = rights.expiresOn();
            if (last != null && rights.expiredOn(day)) {
                mistakes.add(Mistake.of("images", "picture-expired", i + 1, last));
            }
        }
    }

    static void words(Draft draft, List<Preview> previews, List<Mistake> mistakes) {
        if (draft.title().isBlank() && previews.stream().anyMatch(Preview::article)) {
            mistakes.add(Mistake.of("title", "title-missing"));
        }
        if (draft.title().length() > LONGEST_TITLE) {
            mistakes.add(Mistake.of("title", "title-long", draft.title().length(), LONGEST_TITLE));
        }
        blank("title", draft.title(), mistakes);
        blank("text", draft.text(), mistakes);
        draft.variants().forEach((network, text) -> blank("variant." + network, text, mistakes));
        if (draft.text().isBlank()) {
            mistakes.add(Mistake.of("text", "text-missing"));
        }
        if (!draft.link().isBlank() && Composition.address(draft.link()) == null) {
            mistakes.add(Mistake.of("link", "link-invalid"));
        }
        if (!LANGUAGES.contains(draft.language())) {
            mistakes.add(Mistake.of("language", "language-unknown"));
        }
        if (draft.warning().length() > LONGEST_WARNING) {
            mistakes.add(Mistake.of("warning", "warning-long", LONGEST_WARNING));
        }
    }

    /// What a template left to be filled in must not be read by the public.
    private static void blank(String field, String words, List<Mistake> mistakes) {
        var blank = BLANK.matcher(words);
        if (blank.find()) {
            mistakes.add(Mistake.of(field, "blank-left", blank.group()));
        }
    }

    static void fits(Draft draft, Preview preview, List<Mistake> mistakes) {
        var network = preview.account().network().id();
        var own = draft.variants().containsKey(network);
        var field = own ? "variant." + network : "text";
        if (own && draft.textFor(preview.account().network()).isBlank()) {
            mistakes.add(Mistake.of(field, "variant-missing", preview.account().handle()));
        } else if (preview.stuck() != null) {
            mistakes.add(
                    Mistake.of(field, "word-long", preview.stuck(), preview.account().handle()));
        } else if (preview.article() && !preview.whole().fits()) {
            mistakes.add(
                    Mistake.of(
                            field,
                            "text-long",
                            preview.account().handle(),
                            preview.whole().used(),
                            preview.whole().limit()));
        }
    }

    static void images(Draft draft, List<Preview> previews, List<Mistake> mistakes) {
        for (var i = 0; i < draft.images().size(); i++) {
            var alt = draft.images().get(i).alt();
            if (alt.isBlank()) {
                mistakes.add(Mistake.of("images." + i + ".alt", "alt-missing", i + 1));
            } else {
                altFits(i, alt, previews, mistakes);
            }
        }
        for (var preview : previews) {
            var most = preview.account().limits().images();
            if (draft.images().size() > most) {
                mistakes.add(
                        Mistake.of(
                                "images",
                                "images-many",
                                preview.account().handle(),
                                most,
                                draft.images().size()));
            }
        }
    }

    private static void altFits(
            int image, String alt, List<Preview> previews, List<Mistake> mistakes) {
        var length = alt.codePointCount(0, alt.length());
        previews.stream()
                .map(Preview::account)
                .filter(account -> length > account.limits().altCharacters())
                .findFirst()
                .ifPresent(account ->
                        mistakes.add(
                                Mistake.of(
                                        "images." + image + ".alt",
                                        "alt-long",
                                        image + 1,
                                        account.handle(),
                                        account.limits().altCharacters(),
                                        length)));
    }

    private static void accounts(Draft draft, List<Preview> previews, List<Mistake> mistakes) {
        if (draft.accounts().isEmpty()) {
            mistakes.add(Mistake.of("accounts", "accounts-missing"));
        } else if (previews.size() < draft.accounts().size()) {
            mistakes.add(Mistake.of("accounts", "account-gone"));
        }
        for (var preview : previews) {
            if (preview.account().state() != Account.State.CONNECTED) {
                mistakes.add(
                        Mistake.of("accounts", "account-reconnect", preview.account().handle()));
            }
        }
    }

    static void planned(Planning planning, Instant now, List<Mistake> mistakes) {
        switch (planning.moment()) {
            case Planning.Moment.Now _ -> {}
            case Planning.Moment.At(Instant at) -> {
                if (!at.isAfter(now)) {
                    mistakes.add(Mistake.of("planned", "planned-past"));
                }
            }
            case Planning.Moment.Skipped(LocalDateTime next) ->
                    mistakes.add(
                            Mistake.of(
                                    "planned", "planned-skipped", next.toLocalTime().toString()));
            case Planning.Moment.Twice _ -> mistakes.add(Mistake.of("planned", "planned-twice"));
        }
    }
}
