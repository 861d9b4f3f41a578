package fr.tocsin.media;

import fr.tocsin.units.UnitId;
import java.util.List;

/// Told by every module that refers to pictures, so that none is taken out of the library while it
/// is needed. A module that refers to pictures declares a bean of this type.
public interface PictureUse {

    /// Whether the module still refers to this picture.
    boolean uses(MediaId picture);

    /// Whether it was let out to the public: then it can no longer be kept apart.
    default boolean released(MediaId picture) {
        return false;
    }

    /// Where the module shows it.
    default List<Place> places(UnitId unit, MediaId picture) {
        return List.of();
    }

    /// @param path of the page below the unit's desk, such as `/publications/…`
    record Place(String heading, String path) {}
}
