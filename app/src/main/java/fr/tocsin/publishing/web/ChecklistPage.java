package fr.tocsin.publishing.web;

import fr.tocsin.pages.Mistakes;
import java.util.List;

/// The checklist of one picture of one publication.
///
/// @param editor the address to go back to
/// @param studio where the picture is edited
public record ChecklistPage(
        String href,
        String editor,
        String studio,
        String image,
        String alt,
        List<Line> lines,
        Mistakes mistakes) {

    /// One question with what was answered or typed.
    ///
    /// @param name of the field, and of its words under `publishing.check.`
    /// @param verdict `none`, `hidden`, `justified`; empty while unanswered
    public record Line(String name, String verdict, String reason) {}

    public List<String> verdicts() {
        return List.of("none", "hidden", "justified");
    }
}
