package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.site.Page;
import fr.tocsin.units.Unit;
import java.util.List;

/// The front door
public record HomePage( every unit and the latest of all.:List<Unit> units, Page<Article> latest, List<Article> alerts) {}
