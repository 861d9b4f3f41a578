package fr.tocsin.signin.web;

import fr.tocsin.units.Unit;
import java.util.List;

/// The choice of unit; none when every membership ended.
public record DeskPage(String member, List<Unit> units) {}
