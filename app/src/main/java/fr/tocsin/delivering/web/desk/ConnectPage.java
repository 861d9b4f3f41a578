package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Connects;
import fr.tocsin.delivering.Network;
import fr.tocsin.pages.Mistakes;
import java.util.List;
import java.util.Map;

/// What it takes to connect an account on one network.
///
/// @param base the address of the accounts
/// @param typed what was typed before, without secrets
/// @param answer what the network said, in its own words; empty when it said nothing
public record ConnectPage(
        String base,
        Network network,
        List<Connects.Field> fields,
        Map<String, String> typed,
        Mistakes mistakes,
        String answer) {}
