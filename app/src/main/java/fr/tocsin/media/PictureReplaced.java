package fr.tocsin.media;

import fr.tocsin.units.Officer;
import java.time.Instant;

/// A picture was edited: from now on the edited one stands for it. Published inside the transaction
/// that keeps the original apart, so that whoever shows the old one changes over in the same act.
public record PictureReplaced(Officer by, MediaId old, MediaId edited, Instant at) {}
