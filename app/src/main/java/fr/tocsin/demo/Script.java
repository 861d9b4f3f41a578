package fr.tocsin.demo;

import fr.tocsin.delivering.Kind;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.publishing.Checklist;
import fr.tocsin.units.Role;
import fr.tocsin.units.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// What the demonstration plays, as written in `demo/demo.json`.
record Script(List<Service> units) {

    /// One unit with its people and what they publish.
    record Service(
            String slug,
            String name,
            Unit.Service service,
            String place,
            String contact,
            List<Person> members,
            List<Model> templates,
            List<Piece> publications) {}

    /// A template that the unit begins with.
    record Model(Kind kind, String name, String title, String text) {}

    record Person(String name, String email, Set<Role> roles) {}

    /// @param state how far it has come when the curtain rises
    /// @param hoursAgo for what is published: how long it seems to have been public
    /// @param hoursAhead for what is scheduled
    record Piece(
            Kind kind,
            String title,
            String text,
            @Nullable String link,
            List<Picture> images,
            @Nullable Authorisation authorisation,
            State state,
            int hoursAgo,
            int hoursAhead) {

        Piece {
            images = List.copyOf(Objects.requireNonNullElse(images, List.of()));
        }
    }

    /// @param masks areas hidden in the studio
    /// @param checks answers of the checklist that are not "none"
    record Picture(
            String file, String alt, List<Mask> masks, Map<Checklist.Question, Check> checks) {

        Picture {
            masks = List.copyOf(Objects.requireNonNullElse(masks, List.of()));
            checks = Map.copyOf(Objects.requireNonNullElse(checks, Map.of()));
        }
    }

    record Mask(Recipe.Cover cover, int left, int top, int width, int height) {}

    record Check(Checklist.Verdict verdict, @Nullable String reason) {}

    /// @param days from today, how long it holds
    record Authorisation(String magistrate, String reference, String scope, int days) {}

    enum State {
        DRAFT,
        WAITING,
        SCHEDULED,
        PUBLISHED
    }

    static Script read() {
        try (var file = new ClassPathResource("demo/demo.json").getInputStream()) {
            return JsonMapper.builder()
                    .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .disable(
                            tools.jackson.databind.DeserializationFeature
                                    .FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(file, Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
