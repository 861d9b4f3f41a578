package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.site.Page;
import fr.tocsin.units.Unit;
import java.util.List;

/// The front door: every unit, the alerts of the hour, the latest of all.
public record HomePage(
        List<SiteHeader.Feed> feeds,
        List<Unit> units,
        Page<Article> latest,
        List<Article> alerts) {}
