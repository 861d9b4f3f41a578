package fr.tocsin.units;

import org.jspecify.annotations.Nullable;

/// Something was done to a unit or its members; sent within the transaction that does it.
///
/// @param actor null when the installation did it
/// @param about to whom or what, in plain words
public record ActAdded(UnitId unit, Act.Deed deed, @Nullable MemberId actor, String about) {}
