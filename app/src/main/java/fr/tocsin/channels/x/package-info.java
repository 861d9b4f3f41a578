/// X: so far only how it counts; its adapter follows in a later release.
@NullMarked
package fr.tocsin.channels.x;

import org.jspecify.annotations.NullMarked;
