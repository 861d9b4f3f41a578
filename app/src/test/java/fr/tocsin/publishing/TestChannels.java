package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Limits;
import fr.tocsin.delivering.Network;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Step;
import fr.tocsin.media.ImageRules;
import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Measure;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// Two networks that exist only here: a wall that takes short posts and shows warnings, and a
/// gazette that prints articles.
@TestConfiguration
class TestChannels {

    static final String WALL = "wall";
    static final String GAZETTE = "gazette";

    @Bean
    Channel wall() {
        return new Wall();
    }

    @Bean
    Channel gazette() {
        return new Gazette();
    }

    static class Wall extends Taking implements Channel.ShowsWarnings, Channel.Deletes {
        Wall() {
            super(WALL);
        }

        @Override
        public Attempt delete(Account account, RemotePost post) {
            return new Attempt.Accepted(List.of(post));
        }
    }

    static class Gazette extends Taking implements Channel.ShowsArticles {
        Gazette() {
            super(GAZETTE);
        }
    }

    /// Takes everything.
    private static class Taking implements Channel {

        private final Network network;

        Taking(String id) {
            network = new Network(id);
        }

        @Override
        public Network network() {
            return network;
        }

        @Override
        public Limits documentedLimits() {
            return new Limits(
                    100,
                    0,
                    0,
                    4,
                    new ImageRules(1_000_000, 1_000_000, 4_000, Set.of("image/jpeg")),
                    100,
                    LocalDate.of(2026, 11, 23),
                    "test");
        }

        @Override
        public Measure measure(Limits limits) {
            return text -> new Measure.Count(Graphemes.count(text), limits.characters());
        }

        @Override
        public List<Step> plan(Post post, Instant now) {
            return List.of(new Step(0, post.parts().size(), UUID.randomUUID().toString()));
        }

        @Override
        public Preparation prepare(Dispatch dispatch) {
            return new Preparation.Prepared(dispatch.post().toString());
        }

        @Override
        public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
            return new Attempt.Accepted(
                    IntStream.range(0, dispatch.step().parts())
                            .mapToObj(part ->
                                    new RemotePost(
                                            dispatch.step().key() + "/" + part,
                                            null,
                                            URI.create(
                                                    "https://social.example/"
                                                            + dispatch.step().key())))
                            .toList());
        }

        @Override
        public Sighting find(Dispatch dispatch) {
            return new Sighting.Absent();
        }
    }
}
