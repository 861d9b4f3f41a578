package fr.tocsin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TestPostgres;
import fr.tocsin.media.moving.Moving;
import fr.tocsin.media.moving.Reels;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MediaTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ImageRules RULES =
            new ImageRules(1_000_000, 0, 1_000, Set.of("image/jpeg"));

    private static FreshDatabase database;

    @TempDir Path folder;

    private final UnitId unit = UnitId.random();
    private final UnitId elsewhere = UnitId.random();
    private final MemberId alice = MemberId.random();
    private final Set<MediaId> used = new HashSet<>();
    private FolderStore store;
    private Media media;
    private Films films;
    private Leftovers leftovers;

    @BeforeAll
    static void open() {
        database = TestPostgres.freshDatabase();
    }

    @BeforeEach
    void prepare() {
        var source = database.dataSource();
        var jdbc = JdbcClient.create(source);
        for (var id : List.of(unit, elsewhere)) {
            jdbc.sql(
                            """
                            INSERT INTO unit (id, slug, name, service, place, contact, demo, created_at)
                            VALUES (?, ?, 'Unité', 'FIRE', 'Vienne', '18', true, now())
                            """)
                    .params(id.value(), "u-" + id)
                    .update();
        }
        jdbc.sql(
                        """
                        INSERT INTO member (id, email, name, language, demo, created_at)
                        VALUES (?, ?, 'Alice', 'fr', false, now())
                        """)
                .params(alice.value(), alice + "@example.org")
                .update();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        var items = new MediaItems(jdbc);
        store = new FolderStore(folder);
        var archive = new Archive(store, new Darkroom(100 << 20));
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        media =
                new Media(
                        items,
                        new Edits(jdbc),
                        archive,
                        transactions,
                        new Moving(Optional.empty()),
                        List.of(used::contains),
                        clock);
        films = new Films(items, archive);
        leftovers = new Leftovers(archive, items, transactions, clock);
    }

    @Test
    void keepsAPictureWithWhatIsKnownOfIt() {
        var file = Samples.planted("JPEG EXIF");
        var item = stored(unit, "C:\\Photos\\forêt\u0000.jpg", file);
        assertThat(item.width()).isEqualTo(80);
        assertThat(item.height()).isEqualTo(120);
        assertThat(item.type()).isEqualTo("image/jpeg");
        assertThat(item.bytes()).isEqualTo(file.length);
        assertThat(item.originalName()).isEqualTo("forêt.jpg");
        assertThat(item.uploadedBy()).isEqualTo(alice);
        assertThat(item.createdAt()).isEqualTo(NOON);
        assertThat(media.find(unit, item.id())).hasValue(item);
        assertThat(store.get(Archive.originalKey(item.sha256()))).hasValue(file);
    }

    @Test
    void goesByTheContentNotByTheName() {
        assertThat(stored(unit, "virus.exe", Samples.png(Samples.drawing(20, 20))).type())
                .isEqualTo("image/png");
        assertThat(media.store(unit, alice, "photo.jpg", Samples.latin("<svg><script/></svg>")))
                .isEqualTo(new Upload.Refused("document", List.of("SVG")));
    }

    @Test
    void keepsNothingOfWhatItRefuses() {
        var jpeg = Samples.jpeg(Samples.drawing(120, 80));
        var half = Samples.slice(jpeg, 0, jpeg.length / 2);
        assertThat(media.store(unit, alice, "a.jpg", half))
                .isEqualTo(new Upload.Refused("damaged", List.of()));
        assertThat(media.store(unit, alice, "a.jpg", new byte[Media.MAX_BYTES + 1]))
                .isEqualTo(new Upload.Refused("too-heavy", List.of(20)));
        assertThat(media.recent(unit)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void knowsAPictureThatIsSentTwice() {
        var file = Samples.png(Samples.drawing(30, 30));
        var first = stored(unit, "a.png", file);
        assertThat(stored(unit, "b.png", file)).isEqualTo(first);
        assertThat(stored(elsewhere, "c.png", file).id()).isNotEqualTo(first.id());
    }

    @Test
    void showsAUnitItsOwnPicturesOnly() {
        var item = stored(unit, "secret.png", Samples.png(Samples.drawing(31, 31)));
        assertThat(media.find(elsewhere, item.id())).isEmpty();
        assertThat(media.recent(elsewhere)).isEmpty();
        assertThat(media.search(elsewhere, "secret", 0, 10)).isEmpty();
        assertThat(media.thumb(elsewhere, item.id())).isEmpty();
        assertThat(media.view(elsewhere, item.id())).isEmpty();
        assertThat(media.publicRendition(elsewhere, item.id(), 480)).isEmpty();
        assertThat(media.rendition(elsewhere, item.id(), RULES)).isEmpty();
        assertThat(media.describe(elsewhere, item.id(), "vu")).isFalse();
        assertThat(media.remove(elsewhere, item.id())).isFalse();
        assertThat(media.find(unit, item.id())).hasValue(item);
    }

    @Test
    void findsByEveryWordOfNameAndDescription() {
        var fire = stored(unit, "IMG_86.png", Samples.png(Samples.drawing(32, 32)));
        var bike = stored(unit, "velo_100%.png", Samples.png(Samples.drawing(33, 33)));
        assertThat(media.describe(unit, fire.id(), " Fumée au-dessus de la forêt ")).isTrue();
        assertThat(ids("")).containsExactlyInAnyOrder(fire.id(), bike.id());
        assertThat(ids("img FORÊT")).containsExactly(fire.id());
        assertThat(ids("forêt vélo")).isEmpty();
        assertThat(ids(" 100%  ")).containsExactly(bike.id());
        assertThat(media.find(unit, fire.id()).orElseThrow().defaultAlt())
                .isEqualTo("Fumée au-dessus de la forêt");
    }

    @Test
    void handsOutRenditionsThatStayTheSame() {
        var item = stored(unit, "a.jpg", Samples.jpeg(Samples.drawing(1_200, 900)));
        var first = media.rendition(item.id(), RULES);
        assertThat(first.width()).isEqualTo(1_000);
        assertThat(first.height()).isEqualTo(750);
        var again = media.rendition(unit, item.id(), RULES).orElseThrow();
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.width()).isEqualTo(1_000);
        assertThat(media.publicRendition(unit, item.id(), 480).orElseThrow().width())
                .isEqualTo(480);
        assertThat(media.publicRendition(unit, item.id(), 481)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> media.rendition(MediaId.random(), RULES));
    }

    @Test
    void makesADamagedRenditionAgain() {
        var item = stored(unit, "a.jpg", Samples.jpeg(Samples.drawing(600, 400)));
        var good = media.thumb(unit, item.id()).orElseThrow();
        store.put(
                Archive.renditionKey(item.sha256(), Target.width(400)),
                Samples.slice(good.bytes(), 0, 100));
        assertThat(media.thumb(unit, item.id()).orElseThrow().bytes()).isEqualTo(good.bytes());
    }

    @Test
    void readsAnUploadNoFurtherThanItMustToRefuseIt() {
        var endless =
                new ByteArrayInputStream(new byte[0]) {
                    long sent;

                    @Override
                    public int read(byte[] into, int from, int length) {
                        sent += length;
                        return length;
                    }
                };
        assertThat(media.store(unit, alice, "endless", endless))
                .isEqualTo(new Upload.Refused("too-heavy", List.of(20)));
        assertThat(endless.sent).isLessThan(Media.MAX_BYTES + 100_000L);
    }

    @Test
    void clearsAwayWhatNoRowNames() {
        var kept = stored(unit, "kept.png", Samples.png(Samples.drawing(34, 34)));
        var removed = stored(unit, "removed.png", Samples.png(Samples.drawing(35, 35)));
        assertThat(media.remove(unit, removed.id())).isTrue();
        leftovers.clear(Instant.now().minusSeconds(3_600));
        assertThat(store.get(Archive.originalKey(removed.sha256()))).isPresent();
        leftovers.clear(Instant.now().plusSeconds(60));
        assertThat(store.get(Archive.originalKey(removed.sha256()))).isEmpty();
        assertThat(store.get(Archive.renditionKey(removed.sha256(), Target.width(400)))).isEmpty();
        assertThat(store.get(Archive.originalKey(kept.sha256()))).isPresent();
        assertThat(media.thumb(unit, kept.id())).isPresent();
    }

    @Test
    void keepsWhatAPublicationUses() {
        var item = stored(unit, "a.png", Samples.png(Samples.drawing(36, 36)));
        used.add(item.id());
        assertThat(media.remove(unit, item.id())).isFalse();
        assertThat(media.find(unit, item.id())).hasValue(item);
        used.clear();
        assertThat(media.remove(unit, item.id())).isTrue();
        assertThat(media.find(unit, item.id())).isEmpty();
    }

    @Test
    void keepsAVideoWithItsPosterAndLetsItOutOnlyWhereItIsTaken() {
        var item = stored(unit, "ronde.mp4", Reels.mp4(12));
        assertThat(item.video()).isTrue();
        assertThat(item.millis()).isEqualTo(12_000);
        assertThat(media.thumb(unit, item.id()).orElseThrow().type()).isEqualTo("image/png");
        var film = films.film(unit, item.id()).orElseThrow();
        assertThat(film.type()).isEqualTo("video/mp4");
        assertThat(Archive.sha256(film.bytes())).isEqualTo(item.sha256());
        assertThat(films.film(elsewhere, item.id())).isEmpty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> media.rendition(unit, item.id(), RULES))
                .withMessageContaining("video/mp4");
        var both = new ImageRules(0, 0, 0, Set.of("image/jpeg", "video/mp4"));
        assertThat(media.rendition(unit, item.id(), both).orElseThrow().bytes())
                .isEqualTo(film.bytes());
    }

    @Test
    void aVideoGetsAnotherStillPicture() {
        var item = stored(unit, "ronde.mp4", Reels.mp4(12));
        var before = media.thumb(unit, item.id()).orElseThrow();
        assertThat(films.poster(unit, item.id(), Samples.latin("no picture"))).isPresent();
        assertThat(films.poster(elsewhere, item.id(), Samples.png(Samples.drawing(9, 9))))
                .isPresent();
        assertThat(films.poster(unit, item.id(), Samples.png(Samples.drawing(640, 360)))).isEmpty();
        assertThat(media.thumb(unit, item.id()).orElseThrow().bytes()).isNotEqualTo(before.bytes());
        assertThat(films.film(unit, item.id())).isPresent();
    }

    @Test
    void takesAnAnimationAsItIsAndAStillGifAsAPicture() {
        var animation = stored(unit, "a.gif", Reels.gif(3));
        assertThat(animation.type()).isEqualTo("image/gif");
        assertThat(films.film(unit, animation.id())).isPresent();
        var still = stored(unit, "b.gif", Reels.gif(1));
        assertThat(still.type()).isEqualTo("image/png");
        assertThat(still.moving()).isFalse();
        assertThat(films.film(unit, still.id())).isEmpty();
    }

    @Test
    void refusesAVideoThatDoesNotFitWithItsReason() {
        assertThat(media.store(unit, alice, "a.mp4", Reels.mp4(700)))
                .isEqualTo(new Upload.Refused("video-long", List.of(10)));
        var heavy = Arrays.copyOf(Reels.mp4(7), Moving.MAX_BYTES + 1);
        assertThat(media.store(unit, alice, "a.mp4", new ByteArrayInputStream(heavy)))
                .isEqualTo(new Upload.Refused("video-heavy", List.of(40)));
        assertThat(folder).isEmptyDirectory();
    }

    private List<MediaId> ids(String words) {
        return media.search(unit, words, 0, 10).stream().map(MediaItem::id).toList();
    }

    private MediaItem stored(UnitId owner, String name, byte[] file) {
        return switch (media.store(owner, alice, name, file)) {
            case Upload.Stored stored -> stored.item();
            case Upload.Refused refused -> throw new AssertionError(refused);
        };
    }
}
