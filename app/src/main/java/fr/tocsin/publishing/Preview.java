package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Post;
import fr.tocsin.wording.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one account would say of a draft, cut and counted by the code that sends.
///
/// @param article whether the network shows a whole article under its title
/// @param warned whether the network shows the content warning
/// @param parts exactly what would be sent; empty when nothing can be
/// @param whole how much the uncut text takes of one post
/// @param stuck how the piece begins that fits into no post of this network, null when all is well
public record Preview(
        Account account,
        boolean article,
        boolean warned,
        List<Part> parts,
        Measure.Count whole,
        @Nullable String stuck) {

    /// One post of the thread with its own count.
    public record Part(String text, List<Post.Image> images, Measure.Count count) {}

    Preview saying(List<Part> others) {
        return new Preview(account, article, warned, others, whole, stuck);
    }

    public boolean thread() {
        return parts.size() > 1;
    }
}
