package fr.tocsin.calendar.web;

/// An empty slot that one click turns into a draft.
///
/// @param slot its id
/// @param day as a form sends it, such as `2026-11-27`
public record OpeningPage(
        String slot, String day, String kind, String name, String when, int hour) {}
