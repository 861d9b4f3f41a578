package fr.tocsin.delivering;

import java.util.ArrayList;
import java.util.List;

/// A network that no longer removes what it has shown for a while, but lets one change it.
final class Board extends FakeChannel implements Channel.Replaces {

    final List<String> notices = new ArrayList<>();

    @Override
    public Attempt delete(Account account, RemotePost post) {
        return new Attempt.Rejected(Reason.of("too-old"));
    }

    @Override
    public Attempt replace(Account account, RemotePost post, String notice) {
        notices.add(notice);
        return new Attempt.Accepted(List.of(post));
    }
}
