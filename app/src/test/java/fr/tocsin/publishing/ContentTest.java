package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Network;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.MediaId;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The approval is bound to the hash, so whatever a reader could notice must change it.
class ContentTest {

    private static final MediaId PICTURE = new MediaId(UUID.fromString("0-0-0-0-1"));

    private static final Post POST =
            new Post(
                    Kind.ALERT,
                    "fr",
                    "Titre",
                    "Attention",
                    URI.create("https://example.org/"),
                    List.of(
                            new Post.Part(
                                    "Première partie", List.of(new Post.Image(PICTURE, "Un feu"))),
                            new Post.Part("Seconde partie", List.of())),
                    Post.Visibility.PUBLIC);

    private static final Content CONTENT =
            new Content(
                    Kind.ALERT,
                    "Titre",
                    "Texte",
                    "https://example.org/",
                    "fr",
                    "Attention",
                    Post.Visibility.PUBLIC,
                    false,
                    Instant.parse("2026-11-23T11:00:00Z"),
                    Map.of("mastodon", "Un", "bluesky", "Deux"),
                    List.of(
                            new Content.Picture(
                                    PICTURE,
                                    "ab".repeat(32),
                                    "Un feu",
                                    List.of(
                                            new Content.Check(
                                                    Checklist.Question.PLATE,
                                                    Checklist.Verdict.JUSTIFIED,
                                                    "véhicule recherché",
                                                    "Alice")))),
                    List.of(
                            new Content.Edition(
                                    new AccountId(UUID.fromString("0-0-0-0-2")),
                                    new Network("mastodon"),
                                    "@u86",
                                    POST)));

    static Stream<Content> everySingleChange() throws ReflectiveOperationException {
        return changes(CONTENT).stream().map(Content.class::cast);
    }

    @ParameterizedTest
    @MethodSource("everySingleChange")
    void anySingleChangeChangesTheHash(Content changed) {
        assertThat(changed).isNotEqualTo(CONTENT);
        assertThat(changed.hash()).isNotEqualTo(CONTENT.hash());
    }

    @Test
    void coversEveryFieldOfEveryPart() throws ReflectiveOperationException {
        assertThat(everySingleChange()).hasSizeGreaterThan(25);
    }

    @Test
    void isTheSameAfterAStayInTheDatabase() {
        assertThat(Canonical.read(Canonical.write(CONTENT))).isEqualTo(CONTENT);
        assertThat(Canonical.read(Canonical.write(CONTENT)).hash()).isEqualTo(CONTENT.hash());
    }

    @Test
    void keepsTheHashOfWhatWasSubmittedBeforeThereWasAChecklist() {
        var unchecked = new Content.Picture(PICTURE, "ab".repeat(32), "Un feu", List.of());
        var content = CONTENT.at(null);
        var before =
                new Content(
                        content.kind(),
                        content.title(),
                        content.text(),
                        content.link(),
                        content.language(),
                        content.warning(),
                        content.visibility(),
                        content.underSeal(),
                        content.plannedAt(),
                        content.variants(),
                        List.of(unchecked),
                        content.editions());

        assertThat(Canonical.write(before)).contains("Un feu").doesNotContain("checks");
        assertThat(Canonical.read(Canonical.write(before)).hash()).isEqualTo(before.hash());
    }

    /// Every variation of the value in which exactly one leaf differs.
    private static List<Object> changes(@Nullable Object value)
            throws ReflectiveOperationException {
        return switch (value) {
            case null -> List.of();
            case String text -> List.of(text + ".");
            case Boolean flag -> List.of(!flag);
            case Instant instant -> List.of(instant.plusSeconds(1));
            case URI uri -> List.of(uri.resolve("autre"));
            case UUID id -> List.of(new UUID(id.getMostSignificantBits() + 1, 7));
            case Enum<?> word -> otherWords(word);
            case List<?> list -> changedLists(list);
            case Map<?, ?> map -> changedMaps(map);
            case Record whole -> changedRecords(whole);
            default -> throw new IllegalStateException("no variation of " + value.getClass());
        };
    }

    private static List<Object> otherWords(Enum<?> word) {
        return Arrays.stream(word.getDeclaringClass().getEnumConstants())
                .filter(other -> other != word)
                .limit(1)
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> changedLists(List<?> list) throws ReflectiveOperationException {
        var all = new ArrayList<Object>();
        for (var i = 0; i < list.size(); i++) {
            for (var change : changes(list.get(i))) {
                var copy = new ArrayList<Object>(list);
                copy.set(i, change);
                all.add(copy);
            }
            if (list.size() > 1) {
                var shorter = new ArrayList<Object>(list);
                shorter.remove(i);
                all.add(shorter);
            }
        }
        if (list.size() > 1) {
            all.add(list.reversed());
        }
        return all;
    }

    private static List<Object> changedMaps(Map<?, ?> map) {
        var all = new ArrayList<Object>();
        for (var key : map.keySet()) {
            var fewer = new TreeMap<Object, Object>(map);
            fewer.remove(key);
            all.add(fewer);
            var other = new TreeMap<Object, Object>(map);
            other.put(key, "autre");
            all.add(other);
        }
        return all;
    }

    private static List<Object> changedRecords(Record whole) throws ReflectiveOperationException {
        var components = whole.getClass().getRecordComponents();
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var make = whole.getClass().getDeclaredConstructor(types);
        make.setAccessible(true);
        var all = new ArrayList<Object>();
        for (var i = 0; i < components.length; i++) {
            var values = new @Nullable Object[components.length];
            for (var j = 0; j < components.length; j++) {
                values[j] = components[j].getAccessor().invoke(whole);
            }
            for (var change : changes(values[i])) {
                var copy = values.clone();
                copy[i] = change;
                all.add(make.newInstance(copy));
            }
        }
        return all;
    }
}
