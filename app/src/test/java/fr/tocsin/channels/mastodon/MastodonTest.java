package fr.tocsin.channels.mastodon;

import static fr.tocsin.channels.ChannelContract.accepted;
import static fr.tocsin.channels.ChannelContract.part;
import static fr.tocsin.channels.ChannelContract.post;
import static fr.tocsin.channels.ChannelContract.there;
import static fr.tocsin.channels.mastodon.MastodonContractTest.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.channels.DrawnPictures;
import fr.tocsin.channels.mastodon.MastodonDouble.Fault;
import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Limits;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Written;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What only Mastodon and its relatives do, beyond the contract.
class MastodonTest {

    final MastodonContractTest rig = new MastodonContractTest();

    @BeforeEach
    void connect() throws IOException {
        rig.connect();
    }

    @AfterEach
    void hangUp() throws IOException {
        rig.hangUp();
    }

    @Test
    void tellsAServerThatKnowsNoEditsFromACopyThatIsGone() {
        rig.network.edits = false;
        var first = rig.first(post(part("Avant")));
        var copy = accepted(rig.mastodon.send(first, rig.prepared(first)));
        var after = rig.first(post(part("Après")));
        var written = new Written(copy, first.parts().getFirst());

        var prepared = (Preparation.Prepared) rig.mastodon.prepareEdit(after, written);

        assertThat(rig.mastodon.edit(after, written, prepared))
                .isInstanceOfSatisfying(
                        Attempt.Rejected.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("cannot-correct"));
        assertThat(rig.network.statuses.all()).hasSize(1);
    }

    @Test
    void hidesTheTextBehindItsWarningAndSaysInWhichLanguage() {
        rig.deliver(
                new Post(
                        Kind.APPEAL,
                        "fr-FR",
                        null,
                        "Accident grave",
                        null,
                        List.of(part("Un blessé léger")),
                        Post.Visibility.UNLISTED));
        assertThat(rig.network.statuses.all())
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.warning()).isEqualTo("Accident grave");
                    assertThat(status.sensitive()).isTrue();
                    assertThat(status.visibility()).isEqualTo("unlisted");
                    assertThat(status.language()).isEqualTo("fr");
                });
    }

    @Test
    void countsTheWarningIntoTheLimit() {
        assertThat(rig.deliver(post("w".repeat(10), part("a".repeat(490)))).getFirst())
                .isInstanceOf(Attempt.Accepted.class);
        assertThat(rig.deliver(post("w".repeat(11), part("a".repeat(490)))).getFirst())
                .isEqualTo(new Attempt.Rejected(new Reason("too-long", "501 > 500")));
    }

    @Test
    void refusesAnAlternativeTextThatIsTooLongBeforeUploadingAnything() {
        assertThat(rig.deliver(post(part("Photo", "a".repeat(1501)))).getFirst())
                .isEqualTo(new Attempt.Rejected(new Reason("alt-too-long", "1501 > 1500")));
        assertThat(rig.network.media.uploads()).isZero();
    }

    @Test
    void refusesMorePicturesThanTheServerTakes() {
        assertThat(rig.deliver(post(part("Album", "1", "2", "3", "4", "5"))).getFirst())
                .isEqualTo(new Attempt.Rejected(new Reason("too-many-images", "5 > 4")));
    }

    @Test
    void sendsAVideoAsItIsWithItsDescription() {
        rig.network.media.looks = 2;
        var film = new Post.Image(DrawnPictures.FILM, "Une ronde à cheval");
        assertThat(rig.deliver(post(new Post.Part("Nos cavaliers", List.of(film)))).getFirst())
                .isInstanceOf(Attempt.Accepted.class);
        assertThat(rig.network.media.all())
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.type()).isEqualTo("video/mp4");
                    assertThat(sent.description()).isEqualTo("Une ronde à cheval");
                });
    }

    @Test
    void waitsUntilThePicturesAreProcessed() {
        rig.network.media.looks = 3;
        assertThat(rig.deliver(post(part("Photo", "Un pin"))).getFirst())
                .isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void triesLaterWhenAPictureIsNeverProcessed() {
        rig.network.media.looks = 1000;
        assertThat(rig.mastodon.prepare(rig.first(post(part("Photo", "Un pin")))))
                .asInstanceOf(type(Preparation.NotYet.class))
                .extracting(later -> later.reason().code())
                .isEqualTo("media-processing");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "CUT_BEFORE",
                "CUT_AFTER",
                "FAIL_AFTER",
                "UNAVAILABLE",
                "GARBAGE",
                "NO_ID",
                "ENDLESS",
                "LIMITED"
            })
    void triesAnUploadAgainWhateverWentWrong(Fault fault) {
        rig.network.next("POST", "/api/v2/media", fault);
        var dispatch = rig.first(post(part("Photo", "Un pin")));
        assertThat(rig.mastodon.prepare(dispatch)).isInstanceOf(Preparation.NotYet.class);
        assertThat(rig.mastodon.prepare(dispatch)).isInstanceOf(Preparation.Prepared.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CUT_AFTER, no-answer, 1",
        "FAIL_AFTER, server-error, 1",
        "UNAVAILABLE, server-error, 0",
        "GARBAGE, bad-answer, 1",
        "NO_ID, bad-answer, 1",
        "ENDLESS, no-answer, 1"
    })
    void neverClaimsToKnowWhatItCannotKnow(Fault fault, String code, int published) {
        var dispatch = rig.first(post(part("Peut-être public")));
        var prepared = rig.prepared(dispatch);
        rig.network.next("POST", CREATE, fault);

        assertThat(rig.mastodon.send(dispatch, prepared))
                .asInstanceOf(type(Attempt.Unknown.class))
                .extracting(unknown -> unknown.reason().code())
                .isEqualTo(code);

        if (published == 1) {
            there(rig.mastodon.find(dispatch));
        } else {
            assertThat(rig.mastodon.find(dispatch)).isInstanceOf(Sighting.Absent.class);
        }
        assertThat(rig.network.created()).isEqualTo(published);
    }

    @Test
    void putsAnUnknownRefusalBeforeAPerson() {
        var dispatch = rig.first(post(part("Thé ?")));
        var prepared = rig.prepared(dispatch);
        rig.network.next("POST", CREATE, Fault.TEAPOT);
        assertThat(rig.mastodon.send(dispatch, prepared))
                .isEqualTo(new Attempt.Rejected(new Reason("refused", "I'm a teapot")));
    }

    @Test
    void keepsTheAccountWhenAFirewallRefuses() {
        var dispatch = rig.first(post(part("Bloqué ?")));
        var prepared = rig.prepared(dispatch);
        rig.network.next("POST", CREATE, Fault.FIREWALL);
        assertThat(rig.mastodon.send(dispatch, prepared))
                .isEqualTo(new Attempt.Rejected(new Reason("not-allowed", "403 Request blocked")));
        assertThat(rig.secrets.toReconnect()).isEmpty();
    }

    @Test
    void asksToReconnectWhenAScopeIsMissing() {
        rig.secrets.put(
                rig.account.id(), Map.of("token", rig.network.oauth.issue("read:statuses")));
        assertThat(rig.deliver(post(part("Sans droit"))).getFirst())
                .asInstanceOf(type(Attempt.Rejected.class))
                .extracting(rejected -> rejected.reason().code())
                .isEqualTo("not-allowed");
        assertThat(rig.secrets.toReconnect()).containsExactly(rig.account.id());
    }

    @Test
    void quotesTheServerWhenItRefusesTheContent() {
        rig.network.characters = 20;
        assertThat(rig.deliver(post(part("Plus long que ce que le serveur prend"))).getFirst())
                .isEqualTo(
                        new Attempt.Rejected(
                                new Reason(
                                        "refused-content",
                                        "Validation failed: Text character limit of 20 exceeded")));
    }

    @Test
    void rejectsTheContinuationOfAThreadWhoseStartIsGone() {
        var post = post(part("1/2"), part("2/2"));
        var second =
                rig.dispatch(
                        post,
                        rig.mastodon.plan(post, rig.clock.instant()).getLast(),
                        List.of(new RemotePost("42", null, null)));
        assertThat(rig.mastodon.send(second, rig.prepared(second)))
                .asInstanceOf(type(Attempt.Rejected.class))
                .extracting(rejected -> rejected.reason().code())
                .isEqualTo("not-found");
    }

    @Test
    void findsItsStatusOnAServerThatIgnoresKeys() {
        rig.network.honoursKeys = false;
        var dispatch =
                rig.first(
                        post(part("@bob@example.org \"Voilà\" & <plus>\n\nhttps://example.org/x")));
        var prepared = rig.prepared(dispatch);
        rig.network.next("POST", CREATE, Fault.CUT_AFTER);
        rig.mastodon.send(dispatch, prepared);

        there(rig.mastodon.find(dispatch));
        assertThat(rig.network.created()).isEqualTo(1);
    }

    @Test
    void findsItsStatusBehindManyLaterOnes() {
        var dispatch = rig.first(post(part("Le premier")));
        accepted(rig.mastodon.send(dispatch, rig.prepared(dispatch)));
        var wanted = rig.published().getFirst().id();
        for (var n = 0; n < 90; n++) {
            rig.deliver(post(part("Suivant " + n)));
        }
        assertThat(there(rig.mastodon.find(dispatch)).id()).isEqualTo(wanted);
    }

    @Test
    void isNotHeldUpByAServerThatKnowsNoPages() {
        rig.network.pages = false;
        var dispatch = rig.first(post(part("Rien de tel")));
        for (var n = 0; n < 39; n++) {
            rig.deliver(post(part("Autre " + n)));
        }
        assertThat(rig.mastodon.find(dispatch)).isInstanceOf(Sighting.Absent.class);
        rig.deliver(post(part("Autre 40")));
        assertThat(rig.mastodon.find(dispatch)).isInstanceOf(Sighting.CannotTell.class);
    }

    @Test
    void overlooksTheSameWordsFromLongBefore() {
        rig.deliver(post(part("Fin de l’alerte.")));
        rig.clock.pass(Duration.ofHours(3));
        assertThat(rig.mastodon.find(rig.first(post(part("Fin de l’alerte.")))))
                .isInstanceOf(Sighting.Absent.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "CUT_BEFORE",
                "FAIL_AFTER",
                "UNAVAILABLE",
                "GARBAGE",
                "NO_ID",
                "ENDLESS",
                "LIMITED",
                "FIREWALL"
            })
    void cannotTellWhenItCannotLook(Fault fault) {
        rig.network.next("GET", "/api/v1/accounts/", fault);
        assertThat(rig.mastodon.find(rig.first(post(part("?")))))
                .isInstanceOf(Sighting.CannotTell.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_BEFORE", "CUT_AFTER", "FAIL_AFTER", "UNAVAILABLE", "LIMITED"})
    void repeatsADeletionUntilItIsSure(Fault fault) {
        var copy = accepted(rig.deliver(post(part("À retirer", "Photo"))).getFirst());
        rig.network.next("DELETE", CREATE, fault);
        assertThat(rig.mastodon.delete(rig.account, copy)).isInstanceOf(Attempt.NotSent.class);
        assertThat(rig.mastodon.delete(rig.account, copy)).isInstanceOf(Attempt.Accepted.class);
        assertThat(rig.published()).isEmpty();
        assertThat(rig.network.media.uploads()).isZero();
    }

    @Test
    void readsBackTheLatestVersion() {
        var copy = accepted(rig.deliver(post(part("Première version"))).getFirst());
        assertThat(there(rig.mastodon.readBack(rig.account, copy)).version())
                .isEqualTo(copy.version());
        rig.network.next("GET", CREATE, Fault.FAIL_AFTER);
        assertThat(rig.mastodon.readBack(rig.account, copy))
                .isInstanceOf(Sighting.CannotTell.class);
    }

    @Test
    void takesTheLimitsThatTheServerAnnounces() {
        rig.network.characters = 5000;
        for (var v2 : List.of(true, false)) {
            rig.network.announcesV2 = v2;
            var limits = rig.mastodon.announcedLimits(rig.account);
            assertThat(limits.characters()).isEqualTo(5000);
            assertThat(limits.image().types())
                    .containsExactlyInAnyOrder("image/jpeg", "image/png", "image/webp");
            assertThat(limits.source()).isEqualTo("server");
            assertThat(limits.asOf()).isEqualTo(LocalDate.of(2026, 11, 23));
        }
    }

    @Test
    void keepsTheLimitsItKnowsWhileTheServerIsSilent() {
        var known =
                new Limits(
                        777,
                        0,
                        23,
                        4,
                        rig.account.limits().image(),
                        1500,
                        LocalDate.of(2026, 1, 1),
                        "server");
        rig.account =
                new Account(
                        rig.account.id(),
                        rig.account.unit(),
                        rig.account.network(),
                        rig.account.handle(),
                        rig.account.displayName(),
                        rig.account.server(),
                        rig.account.remoteId(),
                        known,
                        rig.account.state());
        rig.network.next("GET", "/api/v2/instance", Fault.CUT_BEFORE);
        rig.network.next("GET", "/api/v1/instance", Fault.GARBAGE);
        assertThat(rig.mastodon.announcedLimits(rig.account)).isEqualTo(known);
    }

    @Test
    void waitsAsLongAsRetryAfterSays() {
        rig.network.next("POST", "/api/v2/media", Fault.LIMITED);
        assertThat(rig.mastodon.prepare(rig.first(post(part("Photo", "Un pin")))))
                .asInstanceOf(type(Preparation.NotYet.class))
                .extracting(Preparation.NotYet::notBefore)
                .isEqualTo(Instant.parse("2026-11-23T12:07:00Z"));
    }
}
