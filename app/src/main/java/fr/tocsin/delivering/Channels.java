package fr.tocsin.delivering;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The networks that this server can reach.
@Component
class Channels {

    /// The unit's own site: connected by itself for every unit.
    static final Network SITE = new Network("site");

    private final ObjectProvider<Channel> channels;
    private volatile Map<Network, Channel> byNetwork = Map.of();

    Channels(ObjectProvider<Channel> channels) {
        this.channels = channels;
    }

    Optional<Channel> find(Network network) {
        return Optional.ofNullable(all().get(network));
    }

    /// The own site first, then by name.
    List<Network> networks() {
        return all().keySet().stream()
                .sorted(
                        Comparator.comparing((Network network) -> !network.equals(SITE))
                                .thenComparing(Network::id))
                .toList();
    }

    /// Found at first use: a channel may itself need this module to be there.
    private Map<Network, Channel> all() {
        if (byNetwork.isEmpty()) {
            byNetwork =
                    channels.stream()
                            .collect(Collectors.toMap(Channel::network, Function.identity()));
        }
        return byNetwork;
    }
}
