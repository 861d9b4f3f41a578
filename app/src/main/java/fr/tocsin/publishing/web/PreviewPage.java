package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Means;
import fr.tocsin.pages.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What each chosen account will show, and how much room is left there.
public record PreviewPage(List<Card> cards) {

    /// @param means how a correction gets there; null for a first publication
    /// @param stuck the piece that fits into no post of the network; null when all is well
    /// @param warningLost whether a content warning was typed that this network does not show
    public record Card(
            Preview preview,
            int used,
            int limit,
            boolean bytes,
            boolean article,
            @Nullable String stuck,
            boolean warningLost,
            @Nullable Means means) {

        public int posts() {
            return preview.parts().size();
        }

        /// For the style of a counter.
        public String tone() {
            if (stuck != null || article && used > limit) {
                return "over";
            }
            return used > limit ? "near" : "";
        }
    }
}
