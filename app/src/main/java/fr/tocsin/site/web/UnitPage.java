package fr.tocsin.site.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.SiteHeader;
import fr.tocsin.site.Page;
import fr.tocsin.units.Unit;
import java.util.List;
import java.util.Map;

/// One unit's front page: alerts that are still warm on top, then the latest.
public record UnitPage(
        SiteHeader header,
        Unit unit,
        List<Article> alerts,
        Page<Article> latest,
        Map<Kind, Long> counts) {}
