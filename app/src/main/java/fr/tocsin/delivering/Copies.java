package fr.tocsin.delivering;

import java.util.ArrayList;
import java.util.List;

/// What stands on a network by what is settled: a thread, changed and continued by its corrections.
final class Copies {

    private Copies() {}

    /// What stands there after these steps of one more delivery.
    ///
    /// @param before what stood there, in order
    /// @param stages those that are not settled change nothing
    static List<Written> after(List<Written> before, Delivery delivery, List<Stage> stages) {
        var copies = new ArrayList<>(before);
        for (var stage : stages) {
            if (stage.state() != Stage.State.SETTLED) {
                continue;
            }
            var step = stage.step();
            if (step.parts() == 0) {
                stage.posts().forEach(gone -> copies.removeIf(copy -> isSame(copy, gone)));
                continue;
            }
            for (int i = 0; i < stage.posts().size(); i++) {
                var parts = delivery.post().parts();
                var part = parts.get(Math.min(step.firstPart() + i, parts.size() - 1));
                put(copies, new Written(stage.posts().get(i), part));
            }
        }
        return List.copyOf(copies);
    }

    private static void put(List<Written> copies, Written copy) {
        for (int i = 0; i < copies.size(); i++) {
            if (isSame(copies.get(i), copy.post())) {
                copies.set(i, copy);
                return;
            }
        }
        copies.add(copy);
    }

    private static boolean isSame(Written copy, RemotePost post) {
        return copy.post().id().equals(post.id());
    }
}
