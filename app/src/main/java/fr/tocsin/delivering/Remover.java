package fr.tocsin.delivering;

import fr.tocsin.pages.Words;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Removes the copies that a delivery made, each for itself: what the network keeps does not hold
/// back the others. Removing what is already gone changes nothing, so an unknown outcome is simply
/// tried again. Where a network no longer removes a copy but can still change it, neutral words
/// take its place.
@Component
class Remover {

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Accounts accounts;
    private final Verdicts verdicts;
    private final Courier courier;
    private final Pace pace;
    private final MessageSource messages;
    private final Clock clock;

    Remover(
            Ledger ledger,
            Deliveries deliveries,
            Accounts accounts,
            Verdicts verdicts,
            Courier courier,
            Pace pace,
            MessageSource messages,
            Clock clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.verdicts = verdicts;
        this.courier = courier;
        this.pace = pace;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param channel one that [Recalls#canRecall]
    void remove(Claim claim, Channel channel) {
        Reason refused = null;
        for (var stage : stages(claim)) {
            if (stage.state() == Stage.State.SETTLED) {
                continue;
            }
            if (claim.isHalted()) {
                ledger.giveBack(claim, clock.instant());
                return;
            }
            if (stage.state() == Stage.State.PLANNED) {
                var copy = stage.posts().getFirst();
                ledger.arm(claim, stage, "delete " + copy.id(), clock.instant().plus(pace.lease()));
            }
            switch (attempt(claim, channel, stage)) {
                case Ending.Ended(var outcome) -> verdicts.copyEnded(claim, stage, outcome);
                case Ending.Kept(var reason) -> {
                    verdicts.copyRefused(claim, stage, reason);
                    refused = reason;
                }
                case Ending.Later(var attempt) -> {
                    verdicts.notSent(claim, stage, attempt.reason(), attempt.notBefore());
                    return;
                }
            }
        }
        verdicts.removalEnded(claim, refused);
    }

    /// What became of one copy.
    private sealed interface Ending {
        record Ended(Outcome outcome) implements Ending {}

        record Kept(Reason reason) implements Ending {}

        record Later(Attempt.NotSent attempt) implements Ending {}
    }

    private Ending attempt(Claim claim, Channel channel, Stage stage) {
        var copy = stage.posts().getFirst();
        var removal =
                channel instanceof Channel.Deletes deletes
                        ? ending(courier.delete(deletes, claim, copy), Outcome.REMOVED)
                        : new Ending.Kept(Reason.of("cannot-remove"));
        if (removal instanceof Ending.Kept(var reason) && awaitsToken(claim)) {
            return new Ending.Later(new Attempt.NotSent(reason, clock.instant()));
        }
        if (removal instanceof Ending.Kept && channel instanceof Channel.Replaces replaces) {
            return ending(courier.replace(replaces, claim, copy, notice(claim)), Outcome.REPLACED);
        }
        return removal;
    }

    private Ending ending(Attempt attempt, Outcome outcome) {
        return switch (attempt) {
            case Attempt.Accepted _ -> new Ending.Ended(outcome);
            case Attempt.Rejected(var reason) -> new Ending.Kept(reason);
            case Attempt.NotSent notSent -> new Ending.Later(notSent);
            case Attempt.Unknown(var reason) ->
                    new Ending.Later(new Attempt.NotSent(reason, clock.instant()));
        };
    }

    /// The network refused the token, not the removal: a new one will do.
    private boolean awaitsToken(Claim claim) {
        return accounts.withRemoved(claim.delivery().unit(), claim.account().id()).state()
                == Account.State.RECONNECT;
    }

    /// In the language of what it replaces.
    private String notice(Claim claim) {
        var language = Locale.forLanguageTag(claim.delivery().post().language());
        var spoken = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return new Words(messages, spoken).t("delivery.withdrawn.notice");
    }

    /// The head of a thread goes first: it is what people see.
    private List<Stage> stages(Claim claim) {
        var known = deliveries.stages(claim.delivery().id());
        if (!known.isEmpty()) {
            return known;
        }
        var copies = deliveries.copies(claim.delivery());
        var planned =
                IntStream.range(0, copies.size())
                        .mapToObj(i ->
                                Stage.planned(
                                        i,
                                        new Step(i, 1, copies.get(i).id()),
                                        List.of(copies.get(i))))
                        .toList();
        ledger.plan(claim, planned, clock.instant().plus(pace.lease()));
        return planned;
    }
}
