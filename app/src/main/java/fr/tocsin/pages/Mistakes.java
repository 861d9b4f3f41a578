package fr.tocsin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person must mend in a form, in the order of its fields. The page is answered with 422 and
/// everything typed still in it; `part/mistakes.jte` lists them on top, `part/field.jte` repeats
/// each beside its field.
public record Mistakes(List<Mistake> list) {

    /// @param field the name of the form's field, or empty when it is none of them
    /// @param key words that name the field and the mend
    public record Mistake(String field, String key, List<Object> args) {}

    public static final Mistakes NONE = new Mistakes(List.of());

    public Mistakes {
        list = List.copyOf(list);
    }

    /// These mistakes and one more.
    public Mistakes and(String field, String key, Object... args) {
        var more = new ArrayList<>(list);
        more.add(new Mistake(field, key, List.of(args)));
        return new Mistakes(more);
    }

    /// These mistakes, and one more when `wrong`.
    public Mistakes andIf(boolean wrong, String field, String key, Object... args) {
        return wrong ? and(field, key, args) : this;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /// The first mistake in the field.
    public Optional<Mistake> in(String field) {
        return list.stream().filter(mistake -> mistake.field().equals(field)).findFirst();
    }
}
