package fr.tocsin.delivering;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How values that belong together are kept in one JSON column. Field names are those of the
/// records: renaming one is a migration.
final class Snapshots {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<RemotePost>> POSTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private Snapshots() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Post post(String json) {
        return JSON.readValue(json, Post.class);
    }

    static Limits limits(String json) {
        return JSON.readValue(json, Limits.class);
    }

    static List<RemotePost> posts(String json) {
        return JSON.readValue(json, POSTS);
    }

    static Map<String, String> words(byte[] json) {
        return JSON.readValue(json, WORDS);
    }

    static byte[] bytes(Map<String, String> words) {
        return JSON.writeValueAsBytes(words);
    }
}
