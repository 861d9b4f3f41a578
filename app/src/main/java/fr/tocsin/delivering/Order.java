package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Asks that one approved revision of a publication reach the given accounts.
///
/// @param dueAt when it may leave; now or before means at once
/// @param posts what each account is to say, exactly as it was approved; never empty
public record Order(
        UnitId unit, UUID publication, UUID revision, Instant dueAt, Map<AccountId, Post> posts) {

    public Order {
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("an order names at least one account, found none");
        }
        posts = Map.copyOf(posts);
    }
}
