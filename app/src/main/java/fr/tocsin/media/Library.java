package fr.tocsin.media;

import fr.tocsin.units.UnitId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/// Finding pictures again, whose they are, until when they may be shown, and where they are.
@Service
public class Library {

    /// Where the days of rights begin and end.
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final MediaItems items;
    private final List<PictureUse> uses;

    Library(MediaItems items, List<PictureUse> uses) {
        this.items = items;
        this.uses = uses;
    }

    /// One page of the library.
    public Wanted.Found search(UnitId unit, Wanted wanted) {
        return items.search(unit, wanted);
    }

    /// How many pictures expire until that day.
    public int expiring(UnitId unit, LocalDate until) {
        return items.expiring(unit, until);
    }

    /// Changes the words to find the picture by, and what is known of its rights.
    ///
    /// @return whether the unit has this picture
    public boolean record(UnitId unit, MediaId id, String tags, Rights rights) {
        var words = tags.toLowerCase(Locale.ROOT).replaceAll("[,;#\\s]+", " ").strip();
        return items.record(unit, id, words, rights);
    }

    /// Where the picture is used.
    public List<PictureUse.Place> places(UnitId unit, MediaId id) {
        return uses.stream().flatMap(use -> use.places(unit, id).stream()).toList();
    }
}
