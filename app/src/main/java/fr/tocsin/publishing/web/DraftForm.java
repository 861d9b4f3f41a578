package fr.tocsin.publishing.web;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.MediaId;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Explanation;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/// The editor's form as it was sent.
///
/// @param version the version that its author started from
/// @param atATime whether a time was asked for; the draft says "now" while none can be read
/// @param planned the time as typed
/// @param unreadable what cannot even be kept in a draft
/// @param explanation of a correction
public record DraftForm(
        int version,
        Draft draft,
        boolean atATime,
        String planned,
        List<Mistake> unreadable,
        Explanation explanation) {

    private static final ValueRange YEARS = ValueRange.of(2000, 2999);

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    static DraftForm of(Publication publication) {
        var local = publication.draft().planning().local();
        var correction = publication.correction();
        return new DraftForm(
                publication.version(),
                publication.draft(),
                local != null,
                local == null ? "" : LOCAL.format(local),
                List.of(),
                correction == null ? Explanation.NONE : correction.explanation());
    }

    static DraftForm of(MultiValueMap<String, String> sent) {
        var fields = new Fields(sent);
        var when = When.of(sent);
        var draft =
                new Draft(
                        fields.word(Kind.class, "kind", Kind.COMMUNITY),
                        fields.line("title"),
                        fields.text("text"),
                        fields.line("link"),
                        fields.line("language"),
                        fields.line("warning"),
                        fields.word(Post.Visibility.class, "visibility", Post.Visibility.PUBLIC),
                        sent.containsKey("underSeal"),
                        when.planning(),
                        fields.ids("accounts", AccountId::new),
                        fields.variants(),
                        fields.images());
        return new DraftForm(
                fields.number("version"),
                draft,
                when.atATime(),
                when.typed(),
                when.unreadable(),
                new Explanation(
                        fields.text("notice"),
                        sent.containsKey("withheld"),
                        fields.line("withheldReason")));
    }

    DraftForm with(Draft changed) {
        return new DraftForm(version, changed, atATime, planned, unreadable, explanation);
    }

    /// The tab in which the first mistake in a text stands.
    String tab(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(Mistake::field)
                .filter(field -> field.startsWith("variant."))
                .map(field -> field.substring("variant.".length()))
                .findFirst()
                .orElse("");
    }

    DraftForm at(int newVersion) {
        return new DraftForm(newVersion, draft, atATime, planned, unreadable, explanation);
    }

    /// The half of the form that says when.
    record When(Planning planning, boolean atATime, String typed, List<Mistake> unreadable) {

        static When of(MultiValueMap<String, String> sent) {
            var fields = new Fields(sent);
            var typed = fields.line("planned");
            if (!fields.line("when").equals("at")) {
                return new When(Planning.NOW, false, typed, List.of());
            }
            try {
                var local = LocalDateTime.parse(typed).truncatedTo(ChronoUnit.MINUTES);
                if (!YEARS.isValidIntValue(local.getYear())) {
                    throw new DateTimeParseException("no year of ours", typed, 0);
                }
                var turn =
                        sent.containsKey("turn")
                                ? fields.word(Planning.Turn.class, "turn", Planning.Turn.FIRST)
                                : null;
                return new When(new Planning(local, turn), true, typed, List.of());
            } catch (DateTimeParseException unreadable) {
                var mistake = new Mistake("planned", "planned-missing", List.of());
                return new When(Planning.NOW, true, typed, List.of(mistake));
            }
        }
    }

    /// Reads what a browser may send, and forgives what only a forger would.
    private record Fields(MultiValueMap<String, String> sent) {

        String text(String name) {
            return Objects.requireNonNullElse(sent.getFirst(name), "").replace("\r\n", "\n");
        }

        String line(String name) {
            return text(name).replace('\n', ' ').strip();
        }

        int number(String name) {
            try {
                return Integer.parseInt(line(name));
            } catch (NumberFormatException none) {
                return 0;
            }
        }

        <E extends Enum<E>> E word(Class<E> type, String name, E otherwise) {
            try {
                return Enum.valueOf(type, line(name).toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                return otherwise;
            }
        }

        <T> List<T> ids(String name, Function<UUID, T> id) {
            return values(name).flatMap(value -> uuid(value).stream()).distinct().map(id).toList();
        }

        Map<String, String> variants() {
            var variants = new HashMap<String, String>();
            values("own")
                    .filter(Changes::mayBeNetwork)
                    .forEach(network -> variants.put(network, text("variant." + network)));
            return variants;
        }

        List<Post.Image> images() {
            var ids = values("image").toList();
            var images = new ArrayList<Post.Image>();
            IntStream.range(0, ids.size())
                    .forEach(i ->
                            uuid(ids.get(i))
                                    .map(MediaId::new)
                                    .filter(id ->
                                            images.stream().noneMatch(it -> it.media().equals(id)))
                                    .ifPresent(id ->
                                            images.add(
                                                    new Post.Image(
                                                            id, line("images." + i + ".alt")))));
            return images;
        }

        private Stream<String> values(String name) {
            return Optional.ofNullable(sent.get(name)).stream().flatMap(List::stream).distinct();
        }

        private static Optional<UUID> uuid(String value) {
            try {
                return Optional.of(UUID.fromString(value));
            } catch (IllegalArgumentException forged) {
                return Optional.empty();
            }
        }
    }
}
