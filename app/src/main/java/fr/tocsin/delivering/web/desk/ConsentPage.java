package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Network;
import java.net.URI;

/// Leads to the page on which the network asks for consent.
///
/// @param base the address of the accounts
public record ConsentPage(String base, Network network, URI page) {}
