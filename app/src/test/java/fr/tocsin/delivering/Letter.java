package fr.tocsin.delivering;

import fr.tocsin.wording.Measure;
import java.time.Instant;
import java.util.List;

/// A way that takes nothing back.
record Letter(FakeChannel way) implements Channel {

    @Override
    public Network network() {
        return way.network();
    }

    @Override
    public Limits documentedLimits() {
        return way.documentedLimits();
    }

    @Override
    public Measure measure(Limits limits) {
        return way.measure(limits);
    }

    @Override
    public List<Step> plan(Post post, Instant now) {
        return way.plan(post, now);
    }

    @Override
    public Preparation prepare(Dispatch dispatch) {
        return way.prepare(dispatch);
    }

    @Override
    public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
        return way.send(dispatch, prepared);
    }

    @Override
    public Sighting find(Dispatch dispatch) {
        return way.find(dispatch);
    }
}
