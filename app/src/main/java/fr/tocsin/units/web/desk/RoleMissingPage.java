package fr.tocsin.units.web.desk;

import fr.tocsin.units.Role;
import java.util.List;

/// @param anyOf the roles of which one would do
public record RoleMissingPage(List<Role> anyOf) {}
