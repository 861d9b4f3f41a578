package fr.tocsin.publishing.web;

import fr.tocsin.pages.Identity;
import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.pages.Waiting;
import fr.tocsin.publishing.Queues;
import fr.tocsin.units.Role;
import java.util.function.ToIntFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where publications are found at the desk.
@Configuration
class PublishingNavigation {

    private static final String APPROVALS = "publishing.nav.approvals";
    private static final String REVIEWS = "publishing.nav.reviews";

    @Bean
    NavigationEntry publicationsEntry() {
        return NavigationEntry.rail("publishing.nav.publications", "megaphone", "publications", 10)
                .onlyFor(
                        Role.AUTHOR,
                        Role.APPROVER,
                        Role.JUDICIAL_VALIDATOR,
                        Role.PROPERTY_CLERK,
                        Role.INVESTIGATOR,
                        Role.OBSERVER,
                        Role.ADMINISTRATOR);
    }

    @Bean
    NavigationEntry approvalsEntry() {
        return NavigationEntry.rail(APPROVALS, "check2-square", "approvals", 20)
                .onlyFor(Role.APPROVER, Role.AUTHOR, Role.ADMINISTRATOR);
    }

    @Bean
    Waiting waitingForApproval(Queues queues) {
        return waiting(APPROVALS, queues::toApprove);
    }

    @Bean
    Waiting waitingForReview(Queues queues) {
        return waiting(REVIEWS, queues::toReview);
    }

    private static Waiting waiting(String label, ToIntFunction<String> count) {
        return new Waiting() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public int count(Identity identity) {
                return count.applyAsInt(identity.unitSlug());
            }
        };
    }

    @Bean
    NavigationEntry reviewsEntry() {
        return NavigationEntry.rail(REVIEWS, "shield-exclamation", "reviews", 25)
                .onlyFor(Role.APPROVER, Role.ADMINISTRATOR);
    }
}
