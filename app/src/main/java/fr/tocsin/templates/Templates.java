package fr.tocsin.templates;

import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Outcome;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A unit's templates, and the drafts that are made of them.
///
/// Acts within the officer's unit only, and throws [NoSuchTemplate] for another unit's,
/// [fr.tocsin.units.RoleMissing] for what the officer's roles do not cover.
@Service
public class Templates {

    /// What became of saving a template.
    public enum Saved {
        DONE,
        /// Another template of the unit has this name.
        NAME_TAKEN,
        /// Somebody else saved meanwhile; nothing was overwritten.
        CHANGED_MEANWHILE
    }

    private final Shelf shelf;
    private final Publishing publishing;
    private final Clock clock;

    Templates(Shelf shelf, Publishing publishing, Clock clock) {
        this.shelf = shelf;
        this.publishing = publishing;
        this.clock = clock;
    }

    /// By kind, then by name.
    public List<Template> list(Officer officer) {
        Rights.READ.demand(officer);
        return shelf.of(officer.unitId());
    }

    public Template find(Officer officer, TemplateId id) {
        Rights.READ.demand(officer);
        return shelf.find(officer.unitId(), id).orElseThrow(() -> new NoSuchTemplate(id));
    }

    public Saved add(Officer officer, Wording wording) {
        Rights.WRITE.demand(officer);
        return shelf.add(TemplateId.random(), officer, wording, clock.instant())
                ? Saved.DONE
                : Saved.NAME_TAKEN;
    }

    /// Changes a template, unless somebody else did meanwhile.
    ///
    /// @param version the one the officer started from
    public Saved save(Officer officer, TemplateId id, int version, Wording wording) {
        Rights.WRITE.demand(officer);
        find(officer, id);
        try {
            return shelf.save(id, officer, version, wording, clock.instant())
                    ? Saved.DONE
                    : Saved.CHANGED_MEANWHILE;
        } catch (DuplicateKeyException taken) {
            return Saved.NAME_TAKEN;
        }
    }

    /// What was written with it stays.
    public void remove(Officer officer, TemplateId id) {
        Rights.WRITE.demand(officer);
        find(officer, id);
        shelf.remove(officer.unitId(), id);
    }

    /// What the blanks that need no asking would be filled with.
    public Map<String, String> known(Officer officer, Template template, Planning planning) {
        return Blanks.known(
                officer.unit(), planning.instant(clock.instant()), template.wording().language());
    }

    /// Opens a draft that says what the template says.
    ///
    /// @param words for the blanks; those without stay as they are, and so do not get past
    ///   submission
    @Transactional
    public Publication draft(
            Officer author, TemplateId id, Map<String, String> words, Planning planning) {
        Rights.WRITE.demand(author);
        var template = find(author, id);
        var filling = new HashMap<>(known(author, template, planning));
        words.forEach((blank, word) -> {
            if (!word.isBlank()) {
                filling.put(blank, word);
            }
        });
        var wording = template.wording().filled(filling);
        var blank = publishing.draft(author, wording.kind());
        var saving =
                publishing.save(
                        author, blank.id(), blank.version(), draft(blank, wording, planning));
        if (saving instanceof Outcome.Saving.Saved(var publication, _)) {
            return publication;
        }
        throw new IllegalStateException("a draft that was just opened is not there: " + saving);
    }

    private static Draft draft(Publication blank, Wording wording, Planning planning) {
        var draft = blank.draft();
        return new Draft(
                wording.kind(),
                wording.title(),
                wording.text(),
                wording.link(),
                wording.language(),
                draft.warning(),
                draft.visibility(),
                draft.underSeal(),
                planning,
                draft.accounts(),
                draft.variants(),
                draft.images());
    }
}
