package fr.tocsin.delivering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries the steps of a publication or of its correction to the network, in order. Each is armed
/// in the database before its first byte leaves; one found armed has an unknown outcome and is
/// looked for, never repeated blindly.
@Component
class Publisher {

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Plans plans;
    private final Verdicts verdicts;
    private final Courier courier;
    private final Pace pace;
    private final Clock clock;

    Publisher(
            Ledger ledger,
            Deliveries deliveries,
            Plans plans,
            Verdicts verdicts,
            Courier courier,
            Pace pace,
            Clock clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.plans = plans;
        this.verdicts = verdicts;
        this.courier = courier;
        this.pace = pace;
        this.clock = clock;
    }

    /// One delivery being carried.
    ///
    /// @param before what stood on the network already
    /// @param stages replaced one by one as they settle
    private record Load(Claim claim, Channel channel, List<Written> before, List<Stage> stages) {

        boolean isLast(Stage stage) {
            return stage.position() == stages.size() - 1;
        }
    }

    void publish(Claim claim, Channel channel) {
        if (!claim.delivery().recalled() && isOverdue(claim)) {
            verdicts.overdue(claim);
            return;
        }
        var before = deliveries.before(claim.delivery());
        var obstacle = obstacle(claim.delivery(), channel, before);
        if (obstacle != null) {
            verdicts.rejected(claim, null, Reason.of(obstacle));
            return;
        }
        var stages = new ArrayList<>(plans.of(claim, channel, before));
        if (stages.isEmpty()) {
            verdicts.notSent(claim, null, Reason.of("internal-error"), clock.instant());
            return;
        }
        var load = new Load(claim, channel, before, stages);
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
                        case PLANNED -> send(load, stage);
                        case ARMED -> reconcile(load, stage);
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
    /// that it still should. What has begun is carried to its end, and what is wrong is corrected
    /// however late.
    private boolean isOverdue(Claim claim) {
        return claim.delivery().operation() == Operation.PUBLISH
                && claim.delivery().lane() != Delivery.ALERT_LANE
                && claim.delivery().begunAt() == null
                && claim.wantedAt().plus(pace.overdueGrace()).isBefore(clock.instant());
    }

    /// @return why there is no way to correct, null when there is one
    private static @Nullable String obstacle(
            Delivery delivery, Channel channel, List<Written> before) {
        if (!delivery.operation().corrects()) {
            return null;
        }
        if (before.isEmpty()) {
            return "no-address";
        }
        if (delivery.operation() == Operation.REPLY) {
            return channel instanceof Channel.Replies ? null : "cannot-correct";
        }
        if (!(channel instanceof Channel.Edits)) {
            return "cannot-correct";
        }
        var shorter = before.size() > delivery.post().parts().size();
        return shorter && !(channel instanceof Channel.Deletes) ? "cannot-remove" : null;
    }

    /// A step that names a copy changes it, or takes it away when it carries no part.
    private Way way(Load load, Stage stage) {
        if (load.claim().delivery().operation() != Operation.EDIT || stage.posts().isEmpty()) {
            return Way.saying(load.channel());
        }
        var copy = stage.posts().getFirst();
        if (stage.step().parts() == 0) {
            return Way.removing((Channel.Deletes) load.channel(), copy, clock);
        }
        return load.before().stream()
                .filter(written -> written.post().id().equals(copy.id()))
                .findFirst()
                .map(written -> Way.editing((Channel.Edits) load.channel(), written))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "step %d of correction %s changes copy %s, which no delivery made"
                                        .formatted(
                                                stage.position(),
                                                load.claim().delivery().id(),
                                                copy.id())));
    }

    /// @return the copies, or null when the delivery has left our hands
    private @Nullable List<RemotePost> send(Load load, Stage stage) {
        if (load.claim().delivery().recalled()) {
            throw new Recalled(load.claim());
        }
        var way = way(load, stage);
        return switch (courier.prepare(way, dispatch(load, stage, stage.armedAt()))) {
            case Preparation.Rejected(var reason) -> {
                verdicts.rejected(load.claim(), stage, reason);
                yield null;
            }
            case Preparation.NotYet(var reason, var notBefore) -> {
                verdicts.notSent(load.claim(), stage, reason, notBefore);
                yield null;
            }
            case Preparation.Prepared prepared -> send(load, stage, way, prepared);
        };
    }

    private @Nullable List<RemotePost> send(
            Load load, Stage stage, Way way, Preparation.Prepared prepared) {
        var claim = load.claim();
        var leasedUntil = leaseFromNow();
        var armedAt = ledger.arm(claim, stage, sha256(prepared.request()), leasedUntil);
        if (clock.instant().isAfter(leasedUntil.minus(pace.lease().dividedBy(2)))) {
            // Arming took so long that another worker could soon believe us dead.
            verdicts.notSent(claim, stage, Reason.of("slow-database"), clock.instant());
            return null;
        }
        return switch (courier.send(way, dispatch(load, stage, armedAt), prepared)) {
            case Attempt.Accepted(var posts) -> {
                verdicts.done(claim, stage, Outcome.ACCEPTED, posts, load.isLast(stage));
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
    private @Nullable List<RemotePost> reconcile(Load load, Stage stage) {
        var claim = load.claim();
        var dispatch = dispatch(load, stage, stage.armedAt());
        return switch (courier.find(way(load, stage), dispatch)) {
            case Sighting.There(var posts) -> {
                verdicts.done(claim, stage, Outcome.FOUND, posts, load.isLast(stage));
                yield posts;
            }
            case Sighting.Absent() -> {
                var proof = stage.lastArmed().plus(pace.reconcileAfter());
                if (clock.instant().isBefore(proof)) {
                    verdicts.lookAgain(claim, proof);
                    yield null;
                }
                ledger.absent(claim, stage, leaseFromNow());
                yield send(load, stage);
            }
            case Sighting.CannotTell(var reason) -> {
                verdicts.cannotTell(claim, stage, reason);
                yield null;
            }
        };
    }

    private static Dispatch dispatch(Load load, Stage stage, @Nullable Instant armedAt) {
        var delivery = load.claim().delivery();
        var done = load.stages().subList(0, stage.position());
        return new Dispatch(
                delivery.id(),
                delivery.publication(),
                load.claim().account(),
                delivery.post(),
                stage.step(),
                Copies.after(load.before(), delivery, done).stream().map(Written::post).toList(),
                armedAt);
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
