package fr.tocsin.calendar;

import java.time.Instant;
import java.time.LocalDate;

/// A slot on one day to come that nothing stands in yet.
public record Opening(Slot slot, LocalDate day, Instant at) {}
