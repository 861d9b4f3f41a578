package fr.tocsin.templates;

import java.time.Instant;

/// One template of a unit.
///
/// @param version counts the saved changes; whoever saves says which one they started from
public record Template(
        TemplateId id, Wording wording, int version, Instant updatedAt, String updatedBy) {}
