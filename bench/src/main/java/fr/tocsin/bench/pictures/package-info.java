/// Draws the pictures of the demonstration, so that they are our own and can be drawn anew.
@NullMarked
package fr.tocsin.bench.pictures;

import org.jspecify.annotations.NullMarked;
