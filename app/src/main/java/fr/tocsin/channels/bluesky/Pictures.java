package fr.tocsin.channels.bluesky;

import fr.tocsin.media.ImageRules;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Rendition;
import fr.tocsin.units.UnitId;
import java.util.Optional;

/// Where a unit's pictures come from, ready for a network.
interface Pictures {

    /// Empty when the unit has no such picture (any more).
    Optional<Rendition> rendition(UnitId unit, MediaId media, ImageRules rules);
}
