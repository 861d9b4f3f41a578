package fr.tocsin.channels.mastodon;

import fr.tocsin.channels.mastodon.DoubleCall.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Statuses, after `methods/statuses` and `methods/accounts` of the documentation.
final class DoubleStatuses {

    private static final Duration KEY_KEPT = Duration.ofHours(1);
    private static final Set<String> PARAMETERS =
            Set.of(
                    "status",
                    "media_ids[]",
                    "in_reply_to_id",
                    "sensitive",
                    "spoiler_text",
                    "visibility",
                    "language");
    private static final Set<String> EDITABLE =
            Set.of(
                    "status",
                    "media_ids[]",
                    "media_attributes[]",
                    "sensitive",
                    "spoiler_text",
                    "language");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern FAR = Pattern.compile("(@\\w+)@[\\w.-]+\\w");

    /// @param text as it was sent
    record Status(
            long id,
            Instant at,
            @Nullable Instant editedAt,
            String text,
            String warning,
            boolean sensitive,
            String visibility,
            String language,
            String repliesTo,
            List<DoubleMedia.Picture> pictures) {

        boolean has(long picture) {
            return pictures.stream().anyMatch(known -> known.id() == picture);
        }
    }

    private record Key(long status, Instant until) {}

    private final MastodonDouble network;
    private final Map<Long, Status> statuses = new TreeMap<>();
    private final Map<String, Key> keys = new TreeMap<>();
    private long lastId = 110_000_000_000_000_000L;
    private int created;
    private int edits;

    DoubleStatuses(MastodonDouble network) {
        this.network = network;
    }

    synchronized int created() {
        return created;
    }

    /// How many edits changed something.
    synchronized int edits() {
        return edits;
    }

    /// The oldest first.
    synchronized List<Status> all() {
        return List.copyOf(statuses.values());
    }

    synchronized void create(DoubleCall call) throws Refusal {
        network.oauth.require(call, "write:statuses");
        var key = call.requestHeader("Idempotency-Key");
        var known = network.honoursKeys ? keys.get(key) : null;
        if (known != null && known.until.isAfter(now()) && statuses.containsKey(known.status)) {
            call.answer(200, entity(statuses.get(known.status)));
            return;
        }
        var status = read(call, ++lastId, PARAMETERS);
        for (var picture : status.pictures) {
            if (picture.ready().get() > 0) {
                throw new Refusal(422, "Cannot attach files that have not finished processing.");
            }
            if (statuses.values().stream().anyMatch(other -> other.pictures.contains(picture))) {
                throw new Refusal(422, "Validation failed: Media is already attached");
            }
        }
        statuses.put(status.id, status);
        created++;
        if (!key.isEmpty()) {
            keys.put(key, new Key(status.id, now().plus(KEY_KEPT)));
        }
        call.answer(200, entity(status));
    }

    /// `PUT /api/v1/statuses/:id`: pictures that are not named again go away; an edit that changes
    /// nothing leaves no trace.
    synchronized void edit(DoubleCall call, long id) throws Refusal {
        network.oauth.require(call, "write:statuses");
        var before = existing(id);
        for (var attributes : call.parameters().getOrDefault("media_attributes[]", List.of())) {
            var picture = JsonMapper.shared().readTree(attributes);
            var media = Long.parseLong(picture.path("id").asString());
            if (call.parameters().getOrDefault("media_ids[]", List.of()).contains("" + media)) {
                network.media.described(media, picture.path("description").asString(""));
            }
        }
        var after = read(call, id, EDITABLE);
        for (var picture : after.pictures) {
            if (statuses.values().stream()
                    .anyMatch(other -> other.id != id && other.has(picture.id()))) {
                throw new Refusal(422, "Validation failed: Media is already attached");
            }
        }
        var changed =
                !before.text.equals(after.text)
                        || !before.warning.equals(after.warning)
                        || !before.pictures.equals(after.pictures);
        edits += changed ? 1 : 0;
        statuses.put(
                id,
                new Status(
                        id,
                        before.at,
                        changed ? now() : before.editedAt,
                        after.text,
                        after.warning,
                        after.sensitive,
                        before.visibility,
                        after.language,
                        before.repliesTo,
                        after.pictures));
        call.answer(200, entity(statuses.get(id)));
    }

    /// `GET /api/v1/statuses/:id/source`.
    synchronized void source(DoubleCall call, long id) throws Refusal {
        network.oauth.require(call, "read:statuses");
        var status = existing(id);
        call.answer(
                200,
                Map.of(
                        "id",
                        Long.toString(id),
                        "text",
                        status.text,
                        "spoiler_text",
                        status.warning));
    }

    synchronized void show(DoubleCall call, long id) throws Refusal {
        call.answer(200, entity(existing(id)));
    }

    synchronized void delete(DoubleCall call, long id) throws Refusal {
        network.oauth.require(call, "write:statuses");
        var status = existing(id);
        statuses.remove(id);
        if (call.parameter("delete_media").equals("true")) {
            status.pictures.forEach(picture -> network.media.forget(picture.id()));
        }
        var entity = entity(status);
        entity.put("text", status.text);
        call.answer(200, entity);
    }

    /// The newest first, 20 unless asked otherwise, never more than 40.
    synchronized void list(DoubleCall call) throws Refusal {
        network.oauth.require(call, "read:statuses");
        var limit =
                call.parameter("limit").isEmpty() ? 20 : Integer.parseInt(call.parameter("limit"));
        var below =
                call.parameter("max_id").isEmpty() || !network.pages
                        ? Long.MAX_VALUE
                        : Long.parseLong(call.parameter("max_id"));
        var page = new ArrayList<Object>();
        statuses.values().stream()
                .sorted(Comparator.comparing(Status::id).reversed())
                .filter(status -> status.id < below)
                .limit(Math.min(limit, 40))
                .forEach(status -> page.add(entity(status)));
        call.answer(200, page);
    }

    synchronized Status existing(long id) throws Refusal {
        var status = statuses.get(id);
        if (status == null) {
            throw new Refusal(404, "Record not found");
        }
        return status;
    }

    private Status read(DoubleCall call, long id, Set<String> allowed) throws Refusal {
        for (var name : call.parameters().keySet()) {
            if (!allowed.contains(name)) {
                throw new Refusal(422, "undocumented parameter " + name);
            }
        }
        var text = call.parameter("status");
        var warning = call.parameter("spoiler_text");
        var pictures = new ArrayList<DoubleMedia.Picture>();
        for (var media : call.parameters().getOrDefault("media_ids[]", List.of())) {
            pictures.add(network.media.existing(Long.parseLong(media)));
        }
        if (text.isBlank() && pictures.isEmpty()) {
            throw new Refusal(422, "Validation failed: Text can't be blank");
        }
        if (length(warning + text) > network.characters) {
            throw new Refusal(
                    422,
                    "Validation failed: Text character limit of "
                            + network.characters
                            + " exceeded");
        }
        if (pictures.size() > 4) {
            throw new Refusal(422, "Validation failed: Cannot attach more than 4 files");
        }
        var visibility = call.parameter("visibility");
        if (!Set.of("", "public", "unlisted", "private", "direct").contains(visibility)) {
            throw new Refusal(422, "Validation failed: Visibility is not included in the list");
        }
        var repliesTo = call.parameter("in_reply_to_id");
        if (!repliesTo.isEmpty()) {
            existing(Long.parseLong(repliesTo));
        }
        return new Status(
                id,
                now(),
                null,
                text,
                warning,
                call.parameter("sensitive").equals("true") || !warning.isEmpty(),
                visibility.isEmpty() ? "public" : visibility,
                call.parameter("language"),
                repliesTo,
                List.copyOf(pictures));
    }

    private Map<String, Object> entity(Status status) {
        var entity = new LinkedHashMap<String, Object>();
        entity.put("id", Long.toString(status.id));
        entity.put("created_at", status.at.toString());
        entity.put("edited_at", status.editedAt == null ? null : status.editedAt.toString());
        entity.put("in_reply_to_id", status.repliesTo.isEmpty() ? null : status.repliesTo);
        entity.put("sensitive", status.sensitive);
        entity.put("spoiler_text", status.warning);
        entity.put("visibility", status.visibility);
        entity.put("language", status.language);
        entity.put("uri", network.root() + "/users/alice/statuses/" + status.id);
        entity.put("url", network.root() + "/@alice/" + status.id);
        entity.put("content", DoublePages.content(status.text));
        entity.put("reblog", null);
        entity.put("account", network.account());
        entity.put(
                "media_attachments", status.pictures.stream().map(network.media::entity).toList());
        return entity;
    }

    /// Counted independently of the code under test: any address 23, a far mention without its
    /// server.
    private static int length(String text) {
        var counted = FAR.matcher(URL.matcher(text).replaceAll("x".repeat(23))).replaceAll("$1");
        return (int) GRAPHEME.matcher(counted).results().count();
    }

    private Instant now() {
        return network.clock.instant();
    }
}
