package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignpostsTest {

    private enum Duty {
        AUTHOR,
        APPROVER
    }

    private static final Identity ALICE =
            new Identity("sdis-86", "SDIS 86", "fire", "Alice", false, Set.of("AUTHOR"));

    private static final Waiting THREE_COPIES =
            new Waiting() {
                @Override
                public String label() {
                    return "pages.copy";
                }

                @Override
                public int count(Identity identity) {
                    return identity.unitSlug().equals("sdis-86") ? 3 : 0;
                }
            };

    @Test
    void pointBelowTheUnitInTheOrderThatModulesAsk() throws IOException {
        var rail =
                at(
                                "/desk/sdis-86",
                                NavigationEntry.rail("pages.more", "people", "members", 50),
                                NavigationEntry.rail("pages.copy", "megaphone", "publications", 10))
                        .rail();

        assertThat(rail)
                .extracting(Destination::href)
                .containsExactly("/desk/sdis-86/publications", "/desk/sdis-86/members");
    }

    @Test
    void markTheDeepestPlaceThatOneIsIn() throws IOException {
        var rail =
                at(
                                "/desk/sdis-86/publications/42/edit",
                                NavigationEntry.rail("pages.back", "house", "", 1),
                                NavigationEntry.rail("pages.copy", "megaphone", "publications", 10))
                        .rail();

        assertThat(rail).extracting(Destination::current).containsExactly(false, true);
    }

    @Test
    void offerOnlyWhatTheRoleMayUse() throws IOException {
        var entry = NavigationEntry.rail("pages.copy", "check2", "approvals", 10);

        assertThat(at("/desk", entry.onlyFor(Duty.APPROVER)).rail()).isEmpty();
        assertThat(at("/desk", entry.onlyFor(Duty.APPROVER, Duty.AUTHOR)).rail()).hasSize(1);
    }

    @Test
    void tellHowMuchWaitsBehindAPlace() throws IOException {
        var rail =
                at(
                                "/desk",
                                NavigationEntry.rail("pages.copy", "check2", "approvals", 10),
                                NavigationEntry.rail("pages.more", "people", "members", 20))
                        .rail();

        assertThat(rail).extracting(Destination::waiting).containsExactly(3, 0);
    }

    @Test
    void keepFourInReachOfTheThumbAndTheRestUnderMore() {
        var places =
                IntStream.range(0, 6)
                        .mapToObj(i -> new Destination("/" + i, "", "", false))
                        .toList();

        var six = new Navigation(places, List.of());
        assertThat(six.inReach()).hasSize(4);
        assertThat(six.more()).hasSize(2);
        assertThat(new Navigation(places.subList(0, 5), List.of()).more()).isEmpty();
    }

    @Test
    void leadNowhereBeforeOneActsForAUnit() throws IOException {
        var signposts = new Signposts(List.of(), List.of());

        assertThat(signposts.from(null, "/desk", words())).isEqualTo(Navigation.NONE);
    }

    private static Navigation at(String path, NavigationEntry... entries) throws IOException {
        return new Signposts(List.of(entries), List.of(THREE_COPIES)).from(ALICE, path, words());
    }

    private static Words words() throws IOException {
        return new Words(new WordsConfiguration().messageSource(), Locale.FRENCH);
    }
}
