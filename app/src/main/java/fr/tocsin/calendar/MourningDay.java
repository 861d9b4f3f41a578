package fr.tocsin.calendar;

import java.time.LocalDate;
import java.util.UUID;

/// A day on which the unit keeps silence, unless it must speak.
///
/// @param national whether the whole country mourns; said beside the name
public record MourningDay(UUID id, LocalDate day, String name, boolean national) {}
