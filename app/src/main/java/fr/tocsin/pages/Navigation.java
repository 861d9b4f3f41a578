package fr.tocsin.pages;

import java.util.List;

/// Where the person can go from here.
public record Navigation(List<Destination> rail, List<Destination> person) {

    /// How many entries a phone shows below the page; the others wait under “more”.
    private static final int IN_REACH = 4;

    public static final Navigation NONE = new Navigation(List.of(), List.of());

    /// What stays in reach of the thumb: everything when it fits.
    public List<Destination> inReach() {
        return rail.size() <= IN_REACH + 1 ? rail : rail.subList(0, IN_REACH);
    }

    public List<Destination> more() {
        return rail.subList(inReach().size(), rail.size());
    }
}
