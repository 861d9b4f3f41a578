package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.units.Unit;
import java.util.List;

/// One publication.
public record PostPage(SiteHeader header, Unit unit, Article article, List<Article> others) {}
