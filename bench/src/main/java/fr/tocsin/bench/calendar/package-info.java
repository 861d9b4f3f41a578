/// How long the calendar's pages take when a unit has published for years.
@NullMarked
package fr.tocsin.bench.calendar;

import org.jspecify.annotations.NullMarked;
