package fr.tocsin.site.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.SiteHeader;
import fr.tocsin.site.Page;
import fr.tocsin.units.Unit;
import org.jspecify.annotations.Nullable;

/// Everything a unit published, or everything of one kind, newest first.
public record ArchivePage(SiteHeader header, Unit unit, @Nullable Kind kind, Page<Article> found) {}
