package fr.tocsin.delivering;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// A fake network on which what stands can be read, changed or answered: every act that gets
/// through leaves a trace, so that a second copy, or a second answer, shows.
class Wall extends FakeChannel {

    /// What stands there by its id, in the order in which it appeared.
    final Map<String, String> texts = new LinkedHashMap<>();

    /// Of every post that appeared: what it replies to, by its text.
    final Map<String, String> parents = new LinkedHashMap<>();

    @Override
    Attempt accept(Dispatch dispatch) {
        var id = "post-" + (parents.size() + 1);
        parents.put(
                text(dispatch),
                dispatch.earlier().isEmpty() ? "" : dispatch.earlier().getLast().id());
        texts.put(id, text(dispatch));
        shown.add(text(dispatch));
        return new Attempt.Accepted(List.of(post(id)));
    }

    @Override
    Attempt acceptSilently(Dispatch dispatch) {
        accept(dispatch);
        return new Attempt.Unknown(Reason.of("cut-after-send"));
    }

    @Override
    public Sighting find(Dispatch dispatch) {
        var scripted = sightings.poll();
        if (scripted != null) {
            return scripted.apply(dispatch);
        }
        return texts.entrySet().stream()
                .filter(text -> text.getValue().equals(text(dispatch)))
                .findFirst()
                .<Sighting>map(text -> new Sighting.There(List.of(post(text.getKey()))))
                .orElseGet(Sighting.Absent::new);
    }

    @Override
    public Attempt delete(Account account, RemotePost post) {
        var attempt = super.delete(account, post);
        if (attempt instanceof Attempt.Accepted) {
            texts.remove(post.id());
        }
        return attempt;
    }

    List<String> standing() {
        return List.copyOf(texts.values());
    }

    static RemotePost post(String id) {
        return new RemotePost(id, null, URI.create("https://fake.example/" + id));
    }

    /// What stands there can be changed.
    static class Editable extends Wall implements Channel.Edits {

        final List<String> edits = new ArrayList<>();
        final Deque<BiFunction<Dispatch, Written, Attempt>> changes = new ArrayDeque<>();

        /// What each edit was told of what stood there.
        final List<Written> before = new ArrayList<>();

        @Override
        public Preparation prepareEdit(Dispatch dispatch, Written copy) {
            always.run();
            return texts.containsKey(copy.post().id())
                    ? new Preparation.Prepared(text(dispatch))
                    : new Preparation.Rejected(Reason.of("gone"));
        }

        @Override
        public Attempt edit(Dispatch dispatch, Written copy, Preparation.Prepared prepared) {
            always.run();
            before.add(copy);
            var scripted = changes.poll();
            return scripted == null ? change(dispatch, copy) : scripted.apply(dispatch, copy);
        }

        @Override
        public Sighting findEdit(Dispatch dispatch, Written copy) {
            always.run();
            return text(dispatch).equals(texts.get(copy.post().id()))
                    ? new Sighting.There(List.of(copy.post()))
                    : new Sighting.Absent();
        }

        Attempt change(Dispatch dispatch, Written copy) {
            edits.add(text(dispatch));
            texts.put(copy.post().id(), text(dispatch));
            return new Attempt.Accepted(List.of(copy.post()));
        }

        Attempt changeSilently(Dispatch dispatch, Written copy) {
            change(dispatch, copy);
            return new Attempt.Unknown(Reason.of("cut-after-send"));
        }
    }

    /// What stands there can be answered, and nothing else.
    static class Answerable extends Wall implements Channel.Replies {}
}
