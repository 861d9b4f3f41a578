package fr.tocsin.pages;

import java.time.Instant;
import java.util.List;

/// Something of everything, for the living page of the design.
public record DesignPage(Instant now, Mistakes mistakes, List<Preview> previews) {

    static DesignPage at(Instant now, String river) {
        var mistakes =
                Mistakes.NONE
                        .and("title", "pages.design.mistake.title")
                        .and("text", "pages.design.mistake.text", 12);
        return new DesignPage(now, mistakes, previews(river));
    }

    private static List<Preview> previews(String river) {
        var picture = new Preview.Picture(river, "Rivière en crue au lever du jour");
        var text =
                "Crue du Clain : la passerelle de la Cueille est fermée jusqu’à demain 8 h."
                        + " Ne franchissez pas les barrières.\n\nProchaine information à 21 h."
                        + " https://exemple.fr/u/sdis-86/p/2041";
        var short1 = new Preview.Part(text, List.of(picture));
        var card = List.of("exemple.fr", "Crue du Clain : la passerelle de la Cueille est fermée");
        return List.of(
                new Preview(
                        "mastodon",
                        "Mastodon",
                        "SDIS 86",
                        "@sdis86@exemple.social",
                        "",
                        "Intempéries",
                        List.of(),
                        List.of(new Preview.Part(text, List.of(picture, picture)))),
                new Preview(
                        "bluesky",
                        "Bluesky",
                        "SDIS 86",
                        "sdis86.exemple.fr",
                        "",
                        "",
                        card,
                        List.of(
                                new Preview.Part(text, List.of()),
                                new Preview.Part(
                                        "Les secours sont sur place.",
                                        List.of(picture, picture, picture)))),
                new Preview(
                        "x",
                        "X",
                        "SDIS 86",
                        "@sdis86",
                        "",
                        "",
                        card,
                        List.of(
                                new Preview.Part(
                                        text, List.of(picture, picture, picture, picture)))),
                new Preview(
                        "site",
                        "Site",
                        "SDIS 86",
                        "",
                        "La passerelle de la Cueille est fermée",
                        "",
                        List.of(),
                        List.of(short1)));
    }
}
