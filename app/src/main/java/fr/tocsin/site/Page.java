package fr.tocsin.site;

import java.util.List;

/// A slice of a longer list, newest first.
///
/// @param number counted from 1
/// @param total how many there are in all
public record Page<T>(List<T> items, int number, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasNewer() {
        return number > 1;
    }

    public boolean hasOlder() {
        return number < last();
    }
}
