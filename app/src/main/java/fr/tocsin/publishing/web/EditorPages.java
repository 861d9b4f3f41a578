package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.media.MediaId;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Words;
import fr.tocsin.publishing.Checking;
import fr.tocsin.publishing.Checklist;
import fr.tocsin.publishing.Correcting;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Gathers what the editor shows.
@Component
class EditorPages {

    private final Publishing publishing;
    private final Correcting correcting;
    private final Records records;
    private final Checking checking;
    private final Delivering delivering;
    private final MessageSource messages;

    EditorPages(
            Publishing publishing,
            Correcting correcting,
            Records records,
            Checking checking,
            Delivering delivering,
            MessageSource messages) {
        this.publishing = publishing;
        this.correcting = correcting;
        this.records = records;
        this.checking = checking;
        this.delivering = delivering;
        this.messages = messages;
    }

    EditPage editor(
            Officer officer,
            Publication publication,
            DraftForm form,
            Mistakes mistakes,
            String reason,
            String tab) {
        var desk = new DeskPath(officer);
        var accounts = delivering.accounts(officer.unitId());
        var draft = form.draft();
        return new EditPage(
                desk.publication(publication.id()),
                publication,
                form,
                accounts.stream()
                        .map(account ->
                                new EditPage.AccountChoice(
                                        account,
                                        networkName(account),
                                        draft.accounts().contains(account.id())))
                        .toList(),
                networks(accounts, draft),
                pictures(desk, accounts, draft, checking.of(officer, publication.id())),
                preview(officer, publication, form),
                mistakes,
                presence(officer, publication.id(), form.version()),
                records.authorisation(officer, publication.id()),
                Rights.PUBLISH_IN_EMERGENCY.has(officer),
                reason,
                tab);
    }

    PreviewPage preview(Officer officer, Draft draft) {
        return new PreviewDrawing(new DeskPath(officer), words())
                .of(draft, publishing.preview(officer, draft));
    }

    /// What is typed as each account would show it, by whatever means.
    PreviewPage preview(Officer officer, Publication publication, DraftForm form) {
        return publication.correction() == null
                ? preview(officer, form.draft())
                : new PreviewDrawing(new DeskPath(officer), words())
                        .ofCorrection(
                                form.draft(),
                                correcting.preview(
                                        officer,
                                        publication.id(),
                                        form.draft(),
                                        form.explanation()));
    }

    EditPage.PresencePage presence(Officer officer, PublicationId id, int version) {
        return new EditPage.PresencePage(
                new DeskPath(officer).publication(id), publishing.here(officer, id), version);
    }

    Words words() {
        return new Words(messages, LocaleContextHolder.getLocale());
    }

    private List<EditPage.NetworkText> networks(List<Account> accounts, Draft draft) {
        return accounts.stream()
                .filter(account -> draft.accounts().contains(account.id()))
                .map(Account::network)
                .distinct()
                .map(network ->
                        new EditPage.NetworkText(
                                network.id(),
                                words().t("network." + network),
                                draft.variants().containsKey(network.id()),
                                draft.textFor(network)))
                .toList();
    }

    private static List<EditPage.Picture> pictures(
            DeskPath desk,
            List<Account> accounts,
            Draft draft,
            Map<MediaId, Checklist> checklists) {
        var altLimit =
                accounts.stream()
                        .filter(account -> draft.accounts().contains(account.id()))
                        .mapToInt(account -> account.limits().altCharacters())
                        .min()
                        .orElse(1_500);
        return draft.images().stream()
                .map(image ->
                        new EditPage.Picture(
                                image.media().toString(),
                                desk.picture(image.media()),
                                image.alt(),
                                altLimit,
                                checklists
                                        .getOrDefault(image.media(), Checklist.EMPTY)
                                        .answers()
                                        .size(),
                                Checklist.Question.values().length))
                .toList();
    }

    private String networkName(Account account) {
        return words().t("network." + account.network());
    }
}
