package fr.tocsin.publishing.web;

import fr.tocsin.publishing.Emergency;
import fr.tocsin.units.MemberId;
import java.util.List;

/// What went out without approval: waiting for a second member, then reviewed.
///
/// @param base the address of the publications
/// @param reader who looks at the page; nobody reviews their own
public record ReviewsPage(
        String base, List<Emergency> emergencies, MemberId reader, boolean mayReview) {

    public List<Emergency> waiting() {
        return emergencies.stream().filter(emergency -> emergency.reviewedAt() == null).toList();
    }

    public List<Emergency> reviewed() {
        return emergencies.stream().filter(emergency -> emergency.reviewedAt() != null).toList();
    }
}
