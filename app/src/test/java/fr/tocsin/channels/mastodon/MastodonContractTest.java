package fr.tocsin.channels.mastodon;

import fr.tocsin.channels.DrawnPictures;
import fr.tocsin.channels.EditingContract;
import fr.tocsin.channels.MovableClock;
import fr.tocsin.channels.SecretsInMemory;
import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Channel;
import fr.tocsin.transport.Transport;
import fr.tocsin.units.UnitId;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class MastodonContractTest extends EditingContract {

    static final String CREATE = "/api/v1/statuses";

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    final SecretsInMemory secrets = new SecretsInMemory();
    MastodonDouble network;
    Transport transport;
    Mastodon mastodon;
    Account account;

    @BeforeEach
    void connect() throws IOException {
        network = new MastodonDouble(0, clock);
        transport = new Transport("127.0.0.1", "Tocsin/test");
        mastodon = new Mastodon(transport, secrets, DrawnPictures::find, clock, pause -> {});
        account =
                new Account(
                        AccountId.random(),
                        UnitId.random(),
                        Mastodon.NETWORK,
                        "@alice@" + network.root().getAuthority(),
                        "Alice",
                        network.root(),
                        DoubleOAuth.ALICE,
                        mastodon.documentedLimits(),
                        Account.State.CONNECTED);
        secrets.put(account.id(), Map.of("token", network.oauth.issue(Connecting.SCOPES)));
    }

    @AfterEach
    void hangUp() throws IOException {
        transport.close();
        network.close();
    }

    @Override
    protected Channel channel() {
        return mastodon;
    }

    @Override
    protected Account account() {
        return account;
    }

    @Override
    protected SecretsInMemory secrets() {
        return secrets;
    }

    @Override
    protected Clock clock() {
        return clock;
    }

    @Override
    protected List<Copy> published() {
        return network.statuses.all().stream()
                .map(status ->
                        new Copy(
                                Long.toString(status.id()),
                                status.text(),
                                status.pictures().stream()
                                        .map(DoubleMedia.Picture::description)
                                        .toList(),
                                status.repliesTo()))
                .toList();
    }

    @Override
    protected void next(Fault fault) {
        switch (fault) {
            case CUT_AFTER_PUBLISHING -> nextAct(MastodonDouble.Fault.CUT_AFTER);
            case CUT_BEFORE_READING -> nextAct(MastodonDouble.Fault.CUT_BEFORE);
            case RATE_LIMITED -> nextAct(MastodonDouble.Fault.LIMITED);
            case TOKEN_EXPIRED -> network.oauth.revokeAll();
        }
    }

    /// Whether it publishes or edits.
    private void nextAct(MastodonDouble.Fault fault) {
        network.next("POST", CREATE, fault);
        network.next("PUT", CREATE, fault);
    }

    @Override
    protected Instant limitedUntil() {
        return network.limitedUntil();
    }
}
