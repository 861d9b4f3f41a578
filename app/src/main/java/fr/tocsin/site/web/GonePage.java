package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.units.Unit;

/// What stands where a publication was taken down: nothing of what it said.
public record GonePage(SiteHeader header, Unit unit) {}
