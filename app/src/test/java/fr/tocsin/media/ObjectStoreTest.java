package fr.tocsin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import fr.tocsin.settings.ObjectStorage;
import fr.tocsin.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// The object store against a real S3 server.
class ObjectStoreTest {

    @TempDir static Path folder;

    private static S3Server server;
    private static Client admin;

    private String bucket = "";
    private ObjectStore store;

    @BeforeAll
    static void open() throws IOException {
        server = S3Server.start(folder);
        admin =
                Client.s3()
                        .region("us-east-1")
                        .accessKey(S3Server.ACCESS_KEY)
                        .secretKey(S3Server.SECRET_KEY)
                        .build();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void newBucket(TestInfo test) {
        bucket = "b" + Integer.toHexString(test.getDisplayName().hashCode());
        admin.url(server.endpoint + "/" + bucket).method(HttpMethod.PUT).execute();
        store = new ObjectStore(storage(server.endpoint, S3Server.SECRET_KEY, ""));
    }

    @Test
    void keepsWhatItIsGiven() {
        var content = new byte[300_000];
        content[7] = 42;
        assertThat(store.get("originals/ab/abc")).isEmpty();
        store.put("originals/ab/abc", content);
        store.put("originals/ab/abc", content);
        assertThat(store.get("originals/ab/abc")).hasValue(content);
        store.delete("originals/ab/abc");
        store.delete("originals/ab/abc");
        assertThat(store.get("originals/ab/abc")).isEmpty();
    }

    @Test
    void keepsRenditionsWithTheirOddNames() {
        var key = Archive.renditionKey("ab".repeat(32), Target.width(400));
        store.put(key, new byte[] {1});
        assertThat(store.get(key)).hasValue(new byte[] {1});
        var keys = new ArrayList<String>();
        store.olderThan(Instant.now().plusSeconds(60), "renditions/", keys::add);
        assertThat(keys).containsExactly(key);
    }

    @Test
    void staysWithinItsFolderOfTheBucket() {
        var inside = new ObjectStore(storage(server.endpoint, S3Server.SECRET_KEY, "tocsin/"));
        inside.put("originals/aa/x", new byte[] {2});
        store.put("originals/aa/y", new byte[] {3});
        var keys = new ArrayList<String>();
        inside.olderThan(Instant.now().plusSeconds(60), "originals/", keys::add);
        assertThat(keys).containsExactly("originals/aa/x");
        assertThat(inside.get("originals/aa/y")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> inside.get("../originals/aa/y"));
    }

    @Test
    void namesTheOldOnesOnly() {
        store.put("originals/aa/x", new byte[] {1});
        var keys = new ArrayList<String>();
        store.olderThan(Instant.now().minusSeconds(3_600), "originals/", keys::add);
        assertThat(keys).isEmpty();
    }

    @Test
    void turnsThePagesOfALongList() {
        for (var i = 0; i < 1_003; i++) {
            store.put("originals/%02x/%d".formatted(i % 256, i), new byte[] {1});
        }
        var keys = new HashSet<String>();
        store.olderThan(Instant.now().plusSeconds(60), "originals/", keys::add);
        assertThat(keys).hasSize(1_003);
    }

    @Test
    void refusesWhatComesBackChanged() {
        admin.url(server.endpoint + "/" + bucket + "/originals/aa/x")
                .method(HttpMethod.PUT)
                .metadata("sha256", "ab".repeat(32))
                .requestBody("other bytes".getBytes(StandardCharsets.UTF_8))
                .execute();
        assertThatIllegalStateException()
                .isThrownBy(() -> store.get("originals/aa/x"))
                .withMessageContaining("originals/aa/x")
                .withMessageContaining("ab".repeat(32));
    }

    @Test
    void saysWhyItWasRefusedAndTellsNoSecret() {
        var stranger = new ObjectStore(storage(server.endpoint, "wrong-and-secret", ""));
        assertThatIllegalStateException()
                .isThrownBy(() -> stranger.put("originals/aa/x", new byte[] {1}))
                .withMessageContaining("403 SignatureDoesNotMatch")
                .withMessageNotContaining("wrong-and-secret");
        assertThat(storage(server.endpoint, "wrong-and-secret", "").toString())
                .doesNotContain("secret");
    }

    @Test
    void namesTheSettingWhenNobodyAnswers() throws IOException {
        var closed = "http://127.0.0.1:" + S3Server.freePort();
        var nowhere = new ObjectStore(storage(closed, S3Server.SECRET_KEY, ""));
        assertThatIllegalStateException()
                .isThrownBy(() -> nowhere.get("originals/aa/x"))
                .withMessageContaining("TOCSIN_MEDIA_S3_ENDPOINT");
    }

    @Test
    void isTheArchivesStoreWhenTheSettingsNameIt() {
        var settings =
                Settings.of(
                        Map.of(
                                "TOCSIN_MEDIA_S3_ENDPOINT", server.endpoint,
                                "TOCSIN_MEDIA_S3_BUCKET", bucket,
                                "TOCSIN_MEDIA_S3_ACCESS_KEY", S3Server.ACCESS_KEY,
                                "TOCSIN_MEDIA_S3_SECRET_KEY", S3Server.SECRET_KEY));
        var darkroom = new Darkroom(100 << 20);
        var archive = new MediaConfiguration().mediaArchive(settings, darkroom);
        var file = Samples.png(Samples.drawing(60, 40));
        var sha256 = Archive.sha256(file);
        archive.keepOriginal(sha256, file);

        assertThat(store.get(Archive.originalKey(sha256))).hasValue(file);
        assertThat(archive.rendition(sha256, Target.width(400)).width()).isEqualTo(60);
        assertThat(store.get(Archive.renditionKey(sha256, Target.width(400)))).isPresent();
    }

    private ObjectStorage storage(String endpoint, String secret, String prefix) {
        return new ObjectStorage(
                endpoint, bucket, "us-east-1", prefix, S3Server.ACCESS_KEY, secret);
    }
}
