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
import fr.tocsin.delivering.Written;
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

/// Networks that exist only here: a wall that takes short posts and shows warnings, a gazette that
/// prints articles, chalk that can be wiped and written anew, and an echo that can be answered.
@TestConfiguration
class TestChannels {

    static final String WALL = "wall";
    static final String GAZETTE = "gazette";
    static final String CHALK = "chalk";
    static final String ECHO = "echo";

    @Bean
    Channel wall() {
        return new Wall();
    }

    @Bean
    Channel gazette() {
        return new Gazette();
    }

    @Bean
    Channel chalk() {
        return new Chalk();
    }

    @Bean
    Channel echo() {
        return new Echo();
    }

    static class Chalk extends Taking implements Channel.Edits, Channel.Deletes {
        Chalk() {
            super(CHALK);
        }

        @Override
        public Preparation prepareEdit(Dispatch dispatch, Written copy) {
            return prepare(dispatch);
        }

        @Override
        public Attempt edit(Dispatch dispatch, Written copy, Preparation.Prepared prepared) {
            return new Attempt.Accepted(List.of(copy.post()));
        }

        @Override
        public Sighting findEdit(Dispatch dispatch, Written copy) {
            return new Sighting.Absent();
        }

        @Override
        public Attempt delete(Account account, RemotePost post) {
            return new Attempt.Accepted(List.of());
        }
    }

    static class Echo extends Taking implements Channel.Replies {
        Echo() {
            super(ECHO);
        }
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
