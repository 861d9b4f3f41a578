package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Means;
import fr.tocsin.delivering.Post;

/// How a correction reaches one account, and what is said there.
///
/// @param preview of what is sent; without parts where nothing is
/// @param post exactly that
public record Amended(Account account, Means means, Preview preview, Post post) {

    boolean reaches() {
        return means.reaches();
    }
}
