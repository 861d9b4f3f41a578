/// The darkroom's table: what is done to a picture's pixels, and how it is written down.
@NamedInterface("studio")
@NullMarked
package fr.tocsin.media.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
