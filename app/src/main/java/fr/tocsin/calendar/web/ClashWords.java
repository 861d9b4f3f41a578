package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Clash;
import fr.tocsin.pages.Words;
import java.util.List;

/// Says what speaks against a time.
record ClashWords(Words words) {

    List<String> all(List<Clash> clashes) {
        return clashes.stream().map(this::one).toList();
    }

    private String one(Clash clash) {
        return switch (clash) {
            case Clash.Close close ->
                    words.t(
                            "calendar.clash.close",
                            close.minutes(),
                            close.heading().isEmpty()
                                    ? words.t("publishing.untitled")
                                    : close.heading());
            case Clash.AtNight night ->
                    words.t("calendar.clash.night", night.from().toString(), night.to().toString());
            case Clash.InMourning mourning -> words.t("calendar.clash.mourning", mourning.name());
        };
    }
}
