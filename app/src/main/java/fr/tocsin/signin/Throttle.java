package fr.tocsin.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down guessing on all nodes together. An attempt is written down as failed before it is
/// checked, so that many at once count each other.
@Component
class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What is guessed, and how many failures within the window are forgiven: from one address at
    /// one account, at one account, from one address. The second is larger than the first, and does
    /// not count where the member has signed in from before: no stranger can lock a member out
    /// there.
    enum Purpose {
        PASSWORD(5, 20, 40),
        CODE(5, 5, 40),
        SETUP(5, 20, 40),
        PASSKEY(10, 20, 40),
        PROVIDER(20, 20, 20);

        private final int pair;
        private final int account;
        private final int address;

        Purpose(int pair, int account, int address) {
            this.pair = pair;
            this.account = account;
            this.address = address;
        }
    }

    /// Whether an attempt may be made.
    sealed interface Leave {
        record Granted(long attempt) implements Leave {}

        record Refused(Duration delay) implements Leave {}
    }

    Leave ask(Purpose purpose, String account, String address) {
        var who = HexFormat.of().formatHex(Hashes.sha256(account.strip().toLowerCase(Locale.ROOT)));
        var from = network(address);
        var id =
                jdbc.sql(
                                """
                                INSERT INTO sign_in_attempt (at, purpose, account, address, succeeded)
                                VALUES (:now, :purpose, :account, :address, false) RETURNING id
                                """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("purpose", purpose.name())
                        .param("account", who)
                        .param("address", from)
                        .query(Long.class)
                        .single();
        var pair = "account = :account AND address = :address";
        var free =
                Arrays.asList(
                                freeAt(id, purpose, pair, who, from, purpose.pair),
                                known(purpose, who, from)
                                        ? Optional.<Instant>empty()
                                        : freeAt(
                                                id,
                                                purpose,
                                                "account = :account",
                                                who,
                                                from,
                                                purpose.account),
                                freeAt(
                                        id,
                                        purpose,
                                        "address = :address",
                                        who,
                                        from,
                                        purpose.address))
                        .stream()
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo);
        if (free.isEmpty()) {
            return new Leave.Granted(id);
        }
        jdbc.sql("DELETE FROM sign_in_attempt WHERE id = :id").param("id", id).update();
        return new Leave.Refused(Duration.between(clock.instant(), free.get()));
    }

    private boolean known(Purpose purpose, String account, String address) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM sign_in_attempt
                             WHERE purpose = :purpose AND account = :account AND address = :address
                               AND succeeded AND at > :since)
                        """)
                .param("purpose", purpose.name())
                .param("account", account)
                .param("address", address)
                .param("since", clock.instant().minus(KNOWN).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// The oldest of the last `most` failures decides when there is room again.
    private Optional<Instant> freeAt(
            long own, Purpose purpose, String which, String account, String address, int most) {
        return jdbc.sql(
                        "SELECT at FROM sign_in_attempt WHERE purpose = :purpose AND "
                                + which
                                + """
                                 AND NOT succeeded AND at > :since AND id <> :own
                                 ORDER BY at DESC OFFSET :most - 1 LIMIT 1
                                """)
                .param("purpose", purpose.name())
                .param("account", account)
                .param("address", address)
                .param("since", clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .param("own", own)
                .param("most", most)
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.toInstant().plus(WINDOW));
    }

    /// The attempt was right: it and the failures before it, from there at that account, are
    /// forgiven.
    void succeeded(Leave.Granted leave) {
        jdbc.sql(
                        """
                        WITH right_one AS (
                            UPDATE sign_in_attempt SET succeeded = true WHERE id = :id
                            RETURNING purpose, account, address)
                        DELETE FROM sign_in_attempt old USING right_one
                         WHERE old.purpose = right_one.purpose AND old.account = right_one.account
                           AND old.address = right_one.address AND old.id < :id
                        """)
                .param("id", leave.attempt())
                .update();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        DELETE FROM sign_in_attempt
                         WHERE at < :old AND NOT succeeded OR at < :known
                        """)
                .param("old", now.minus(KEPT))
                .param("known", now.minus(KNOWN))
                .update();
    }

    /// A household owns 2⁶⁴ IPv6 addresses: it is counted by its network.
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "::/64"
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
