package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.units.Unit;

/// What stands where a publication was taken down
public record GonePage( nothing of what it said.:Unit unit) {}
