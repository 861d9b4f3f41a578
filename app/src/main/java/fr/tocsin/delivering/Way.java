package fr.tocsin.delivering;

import java.time.Clock;
import java.util.List;

/// How one step is carried out: said anew, put in the place of what stands there, or taken away.
interface Way {

    Preparation prepare(Dispatch dispatch);

    Attempt send(Dispatch dispatch, Preparation.Prepared prepared);

    Sighting find(Dispatch dispatch);

    static Way saying(Channel channel) {
        return new Way() {
            @Override
            public Preparation prepare(Dispatch dispatch) {
                return channel.prepare(dispatch);
            }

            @Override
            public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
                return channel.send(dispatch, prepared);
            }

            @Override
            public Sighting find(Dispatch dispatch) {
                return channel.find(dispatch);
            }
        };
    }

    static Way editing(Channel.Edits channel, Written copy) {
        return new Way() {
            @Override
            public Preparation prepare(Dispatch dispatch) {
                return channel.prepareEdit(dispatch, copy);
            }

            @Override
            public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
                return channel.edit(dispatch, copy, prepared);
            }

            @Override
            public Sighting find(Dispatch dispatch) {
                return channel.findEdit(dispatch, copy);
            }
        };
    }

    /// Removing what is already gone changes nothing: an unknown outcome is simply tried again.
    static Way removing(Channel.Deletes channel, RemotePost copy, Clock clock) {
        return new Way() {
            @Override
            public Preparation prepare(Dispatch dispatch) {
                return new Preparation.Prepared("delete " + copy.id());
            }

            @Override
            public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
                return switch (channel.delete(dispatch.account(), copy)) {
                    case Attempt.Accepted gone -> new Attempt.Accepted(List.of(copy));
                    case Attempt.Unknown(var reason) ->
                            new Attempt.NotSent(reason, clock.instant());
                    case Attempt.Rejected rejected -> rejected;
                    case Attempt.NotSent notSent -> notSent;
                };
            }

            @Override
            public Sighting find(Dispatch dispatch) {
                return new Sighting.Absent();
            }
        };
    }
}
