package fr.tocsin.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.delivering.Limits;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AnnouncedTest {

    @Test
    void readsWhatPleromaAnnouncesInItsOwnWords() {
        var limits =
                limits(
                        "{\"max_toot_chars\": 2000, \"description_limit\": 5000, \"upload_limit\": 16000000}");
        assertThat(limits.characters()).isEqualTo(2000);
        assertThat(limits.altCharacters()).isEqualTo(5000);
        assertThat(limits.image().maxBytes()).isEqualTo(16_000_000);
        assertThat(limits.images()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"configuration\": null}",
                "{\"configuration\": []}",
                "{\"configuration\": {\"statuses\": {\"max_characters\": \"many\","
                        + " \"max_media_attachments\": -1}}}",
                "{\"configuration\": {\"statuses\": {\"max_characters\": 0}}}"
            })
    void keepsToTheDocumentationWhereAServerIsSilentOrAbsurd(String instance) {
        var limits = limits(instance);
        assertThat(limits.characters()).isEqualTo(500);
        assertThat(limits.images()).isEqualTo(4);
        assertThat(limits.image().types()).isEqualTo(Set.of("image/jpeg", "image/png"));
    }

    @Test
    void believesNoLimitWithoutEnd() {
        var limits =
                limits(
                        "{\"configuration\": {\"statuses\": {\"max_characters\": 99999999999},"
                                + " \"media_attachments\": {\"image_size_limit\": 99999999999999}}}");
        assertThat(limits.characters()).isEqualTo(1_000_000);
        assertThat(limits.image().maxBytes()).isEqualTo(16L * 1024 * 1024);
    }

    private static Limits limits(String instance) {
        return Announced.in(JsonMapper.shared().readTree(instance), LocalDate.of(2026, 11, 23));
    }
}
