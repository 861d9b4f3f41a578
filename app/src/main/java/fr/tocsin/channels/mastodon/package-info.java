/// Mastodon and every server that speaks its client interface.
@NullMarked
package fr.tocsin.channels.mastodon;

import org.jspecify.annotations.NullMarked;
