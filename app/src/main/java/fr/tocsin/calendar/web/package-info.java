/// The calendar's pages at the desk, and the feed that the team's own calendars read.
@NullMarked
package fr.tocsin.calendar.web;

import org.jspecify.annotations.NullMarked;
