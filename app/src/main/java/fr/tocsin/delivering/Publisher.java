package fr.tocsin.delivering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries a publication's steps to the network, in order. Each is armed in the database before its
/// first byte leaves; one found armed has an unknown outcome and is looked for, never repeated
/// blindly.
@Component
class Publisher {

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Verdicts verdicts;
    private final Courier courier;
    private final Pace pace;
    private final Clock clock;

    Publisher(
            Ledger ledger,
            Deliveries deliveries,
            Verdicts verdicts,
            Courier courier,
            Pace pace,
            Clock clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.verdicts = verdicts;
        this.courier = courier;
        this.pace = pace;
        this.clock = clock;
    }

    void publish(Claim claim, Channel channel) {
        if (!claim.delivery().recalled() && isOverdue(claim)) {
            verdicts.overdue(claim);
            return;
        }
        var stages = new ArrayList<>(stages(claim, channel));
        if (stages.isEmpty()) {
            verdicts.notSent(claim, null, Reason.of("internal-error"), clock.instant());
            return;
        }
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            if (claim.isLost()) {
                return;
            }
            if (claim.isHalted() && stage.state() != Stage.State.SETTLED) {
                ledger.giveBack(claim, clock.instant());
                return;
            }
            var posts =
                    switch (stage.state()) {
                        case SETTLED -> stage.posts();
                        case PLANNED -> send(claim, channel, stages, stage);
                        case ARMED -> reconcile(claim, channel, stages, stage);
                    };
            if (posts == null) {
                return;
            }
            stages.set(i, stage.settled(posts));
        }
    }

    /// Nothing of it has left: as if it had not been taken.
    void giveBack(Claim claim) {
        try {
            ledger.giveBack(claim, clock.instant());
        } catch (LeaseLost e) {
            // the unit was released meanwhile, and with that it was decided what becomes of it
        }
    }

    /// News that could have left long ago, had anything been there to send it: nobody has decided
    /// that it still should. What has begun is carried to its end.
    private boolean isOverdue(Claim claim) {
        return claim.delivery().lane() != Delivery.ALERT_LANE
                && claim.delivery().begunAt() == null
                && claim.wantedAt().plus(pace.overdueGrace()).isBefore(clock.instant());
    }

    private List<Stage> stages(Claim claim, Channel channel) {
        var known = deliveries.stages(claim.delivery().id());
        if (!known.isEmpty()) {
            return known;
        }
        var steps = courier.plan(channel, claim.delivery());
        if (steps.isEmpty()) {
            return List.of();
        }
        var planned =
                IntStream.range(0, steps.size())
                        .mapToObj(i -> Stage.planned(i, steps.get(i), List.of()))
                        .toList();
        ledger.plan(claim, planned, leaseFromNow());
        return planned;
    }

    /// @return the copies, or null when the delivery has left our hands
    private @Nullable List<RemotePost> send(
            Claim claim, Channel channel, List<Stage> stages, Stage stage) {
        if (claim.delivery().recalled()) {
            throw new Recalled(claim);
        }
        var dispatch = dispatch(claim, stages, stage, stage.armedAt());
        return switch (courier.prepare(channel, dispatch)) {
            case Preparation.Rejected(var reason) -> {
                verdicts.rejected(claim, stage, reason);
                yield null;
            }
            case Preparation.NotYet(var reason, var notBefore) -> {
                verdicts.notSent(claim, stage, reason, notBefore);
                yield null;
            }
            case Preparation.Prepared prepared -> send(claim, channel, stages, stage, prepared);
        };
    }

    private @Nullable List<RemotePost> send(
            Claim claim,
            Channel channel,
            List<Stage> stages,
            Stage stage,
            Preparation.Prepared prepared) {
        var leasedUntil = leaseFromNow();
        var armedAt = ledger.arm(claim, stage, sha256(prepared.request()), leasedUntil);
        if (clock.instant().isAfter(leasedUntil.minus(pace.lease().dividedBy(2)))) {
            // Arming took so long that another worker could soon believe us dead.
            verdicts.notSent(claim, stage, Reason.of("slow-database"), clock.instant());
            return null;
        }
        return switch (courier.send(channel, dispatch(claim, stages, stage, armedAt), prepared)) {
            case Attempt.Accepted(var posts) -> {
                verdicts.done(claim, stage, Outcome.ACCEPTED, posts, isLast(stages, stage));
                yield posts;
            }
            case Attempt.Rejected(var reason) -> {
                verdicts.rejected(claim, stage, reason);
                yield null;
            }
            case Attempt.NotSent(var reason, var notBefore) -> {
                verdicts.notSent(claim, stage, reason, notBefore);
                yield null;
            }
            case Attempt.Unknown(var reason) -> {
                verdicts.unknown(claim, stage, reason);
                yield null;
            }
        };
    }

    /// Seeing it settles the matter at any time; not seeing it proves something only once whatever
    /// was on its way must have arrived.
    private @Nullable List<RemotePost> reconcile(
            Claim claim, Channel channel, List<Stage> stages, Stage stage) {
        var dispatch = dispatch(claim, stages, stage, stage.armedAt());
        return switch (courier.find(channel, dispatch)) {
            case Sighting.There(var posts) -> {
                verdicts.done(claim, stage, Outcome.FOUND, posts, isLast(stages, stage));
                yield posts;
            }
            case Sighting.Absent() -> {
                var proof = stage.lastArmed().plus(pace.reconcileAfter());
                if (clock.instant().isBefore(proof)) {
                    verdicts.lookAgain(claim, proof);
                    yield null;
                }
                ledger.absent(claim, stage, leaseFromNow());
                yield send(claim, channel, stages, stage);
            }
            case Sighting.CannotTell(var reason) -> {
                verdicts.cannotTell(claim, stage, reason);
                yield null;
            }
        };
    }

    private static Dispatch dispatch(
            Claim claim, List<Stage> stages, Stage stage, @Nullable Instant armedAt) {
        var delivery = claim.delivery();
        var earlier =
                stages.subList(0, stage.position()).stream()
                        .flatMap(done -> done.posts().stream())
                        .toList();
        return new Dispatch(
                delivery.id(),
                delivery.publication(),
                claim.account(),
                delivery.post(),
                stage.step(),
                earlier,
                armedAt);
    }

    private static boolean isLast(List<Stage> stages, Stage stage) {
        return stage.position() == stages.size() - 1;
    }

    private Instant leaseFromNow() {
        return clock.instant().plus(pace.lease());
    }

    private static String sha256(String request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
