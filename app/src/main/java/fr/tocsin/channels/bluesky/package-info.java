/// Bluesky, over the AT Protocol.
@NullMarked
package fr.tocsin.channels.bluesky;

import org.jspecify.annotations.NullMarked;
