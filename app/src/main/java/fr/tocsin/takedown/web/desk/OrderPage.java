package fr.tocsin.takedown.web.desk;

import fr.tocsin.delivering.Copy;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.publishing.Publication;
import fr.tocsin.takedown.Cause;
import java.util.Arrays;
import java.util.List;

/// What is to be taken down, and why.
///
/// @param base the address of the takedowns
/// @param copies what is out, or may be
/// @param byAuthor whether the officer may only because they wrote it
/// @param cause the one that was chosen, by name; empty for none yet
public record OrderPage(
        String base,
        String back,
        Publication publication,
        List<Copy> copies,
        boolean byAuthor,
        String cause,
        String remark,
        Mistakes mistakes) {

    public List<String> causes() {
        return Arrays.stream(Cause.values()).map(Cause::name).toList();
    }

    /// What will be done about a copy, as a key of words.
    public String prospect(Copy copy) {
        return switch (copy.state()) {
            case AWAITED -> "takedown.prospect.awaited";
            case UNTELLABLE, REFUSED -> "takedown.prospect.person";
            case PUBLIC, REMOVING -> "takedown.prospect.remove";
            case REMOVED, REPLACED -> "takedown.prospect.gone";
            case UNRECALLABLE -> "takedown.prospect.unrecallable";
        };
    }
}
