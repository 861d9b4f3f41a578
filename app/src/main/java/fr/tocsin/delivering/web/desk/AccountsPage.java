package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Network;
import java.util.List;

/// The accounts through which the unit speaks.
///
/// @param base the address of this page
/// @param networks those that can be connected
/// @param mayChange whether the reader connects and removes accounts
public record AccountsPage(
        String base, List<Account> accounts, List<Network> networks, boolean mayChange) {

    /// Its own site is not an account that somebody connects or removes.
    public static boolean isSite(Account account) {
        return account.network().id().equals("site");
    }
}
