package fr.tocsin.takedown.web.desk;

import fr.tocsin.takedown.Ending;
import fr.tocsin.takedown.Takedown;
import fr.tocsin.takedown.TakedownCopy;
import fr.tocsin.units.MemberId;
import java.util.List;

/// The unit's takedowns: those that are not over first.
///
/// @param base the address of this page
public record TakedownsPage(String base, List<Line> lines) {

    /// @param mine copies that wait for whoever reads the page
    public record Line(Takedown takedown, int copies, int ended, int forPeople, int mine) {

        static Line of(Takedown takedown, List<TakedownCopy> copies, MemberId reader) {
            var forPeople = copies.stream().filter(copy -> copy.ending() == Ending.PERSON).toList();
            return new Line(
                    takedown,
                    copies.size(),
                    (int) copies.stream().filter(copy -> copy.ending().isFinal()).count(),
                    forPeople.size(),
                    (int)
                            forPeople.stream()
                                    .map(TakedownCopy::task)
                                    .filter(task -> task != null && task.owner().equals(reader))
                                    .count());
        }

        /// One of the design's states.
        public String badge() {
            return forPeople > 0
                    ? "needs-person"
                    : takedown.settledAt() == null ? "sending" : "withdrawn";
        }

        /// Key of the badge's words.
        public String words() {
            return "takedown.state."
                    + (forPeople > 0
                            ? "person"
                            : takedown.settledAt() == null ? "running" : "ended");
        }
    }
}
