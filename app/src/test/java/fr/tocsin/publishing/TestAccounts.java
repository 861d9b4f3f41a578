package fr.tocsin.publishing;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.units.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Accounts on the networks of [TestChannels].
final class TestAccounts {

    private final JdbcClient jdbc;

    TestAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param characters longest post
    AccountId connect(UnitId unit, String network, String handle, int characters) {
        var id = AccountId.random();
        jdbc.sql(
                        """
                        INSERT INTO account (id, unit_id, network, handle, display_name, server, remote_id, state, limits,
                                             limits_at, created_at)
                        VALUES (:id, :unit, :network, :handle, :handle, 'https://social.example', :handle, 'connected',
                                :limits::jsonb, now(), now())
                        """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("network", network)
                .param("handle", handle)
                .param(
                        "limits",
                        """
                        {"characters": %d, "bytes": 0, "urlCharacters": 0, "images": 4, "altCharacters": 100,
                         "image": {"maxBytes": 1000000, "maxPixels": 1000000, "maxSide": 4000, "types": ["image/jpeg"]},
                         "asOf": "2026-11-23", "source": "test"}
                        """
                                .formatted(characters))
                .update();
        return id;
    }
}
