package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.units.Unit;
import java.util.List;

/// One publication.
///
/// @param changes its corrections, the newest first
public record PostPage(
        SiteHeader header,
        Unit unit,
        Article article,
        List<Change> changes,
        List<Article> others) {}
