package fr.tocsin.publishing;

import java.util.List;

/// Who else has this draft open, and what is the newest there is to see.
///
/// @param others names of the others who are here
/// @param version the newest one
/// @param changedBy the name of who saved it
public record Presence(List<String> others, int version, String changedBy, State state) {}
