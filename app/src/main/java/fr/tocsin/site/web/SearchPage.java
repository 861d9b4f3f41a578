package fr.tocsin.site.web;

import fr.tocsin.pages.SiteHeader;
import fr.tocsin.site.Page;
import fr.tocsin.units.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found for some words, in one unit or in all.
public record SearchPage(
        @Nullable SiteHeader header,
        @Nullable Unit unit,
        List<Unit> units,
        String words,
        Page<Article> found) {}
