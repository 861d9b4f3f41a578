package fr.tocsin.delivering;

import fr.tocsin.wording.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The port that every network implements, in a package of its own below `channels`. What a network
/// can do beyond this is told by the small interfaces it also implements ([Deletes], [ReadsBack],
/// [Connects]): presence is the capability.
///
/// No database connection is open while these are called. Implementations throw nothing for what a
/// network may answer: every answer is one of the outcomes.
public interface Channel {

    Network network();

    /// What the network documents, for accounts whose server has announced nothing yet.
    Limits documentedLimits();

    /// How this network counts text under the given limits.
    Measure measure(Limits limits);

    /// Cuts a post into public acts and chooses their keys. Pure: calls no network.
    List<Step> plan(Post post, Instant now);

    /// Uploads what the step needs and builds its request; nothing is public afterwards. May be
    /// repeated.
    Preparation prepare(Dispatch dispatch);

    /// Sends a prepared step. The row that says so is already committed.
    Attempt send(Dispatch dispatch, Preparation.Prepared prepared);

    /// Looks whether a step whose outcome is unknown is public.
    Sighting find(Dispatch dispatch);

    /// The network can remove a copy. Removing what is already gone is `Accepted`.
    interface Deletes {
        Attempt delete(Account account, RemotePost post);
    }

    /// The network can put other words in the place of a copy, where it no longer removes it. Asked
    /// only after a removal was refused, or where there is no way to remove. Repeating it is
    /// harmless.
    interface Replaces {

        /// @param notice the neutral words that stand there from now on
        Attempt replace(Account account, RemotePost post, String notice);
    }

    /// The network lets an account act only so often. Part of it is kept for alerts and removals.
    interface Rations {

        List<Ration> rations();

        /// @param acts how many public acts the network documents for any span of this length
        record Ration(Duration span, int acts) {}
    }

    /// The network can change a copy where it stands: its text, its pictures, their words. Asking
    /// for the same twice leaves one copy that says it once. Such a network publishes part by part,
    /// so that a thread can be continued, or lose its end.
    interface Edits {

        /// As [Channel#prepare]. A copy that is no longer there is rejected as `gone`.
        ///
        /// @param copy what stands there, and what we wrote there last: pictures that stay are not
        ///   uploaded again
        Preparation prepareEdit(Dispatch dispatch, Written copy);

        /// As [Channel#send]; accepted with one remote post for each part.
        Attempt edit(Dispatch dispatch, Written copy, Preparation.Prepared prepared);

        /// Looks whether the copy says by now what the step wants. `Absent` when it says something
        /// else, or is gone.
        Sighting findEdit(Dispatch dispatch, Written copy);
    }

    /// An account can answer its own posts: a post whose dispatch names earlier copies from the
    /// beginning continues after the last of them.
    interface Replies {}

    /// The network can be asked whether one copy is still there.
    interface ReadsBack {
        Sighting readBack(Account account, RemotePost post);
    }

    /// The server announces its own limits.
    interface AnnouncesLimits {
        Limits announcedLimits(Account account);
    }

    /// The network shows a whole article under its title: the title is required, nothing is cut.
    interface ShowsArticles {}

    /// The network shows videos and animations, one to a post and alone. Where it does not, a
    /// publication with one is refused before it leaves its author.
    interface ShowsVideos {
        VideoRules videos(Limits limits);
    }

    /// The network shows a content warning before the text; both share the limit.
    interface ShowsWarnings {}
}
