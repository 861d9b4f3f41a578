package fr.tocsin.delivering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a channel needs to carry out one step.
///
/// @param publication the publication that the post belongs to; the own site files its page under
///   it
/// @param earlier the copies that earlier steps of this delivery made, in order; the last one is
///   what a thread replies to
/// @param armedAt when the step was armed for the first time; null before
public record Dispatch(
        DeliveryId delivery,
        UUID publication,
        Account account,
        Post post,
        Step step,
        List<RemotePost> earlier,
        @Nullable Instant armedAt) {

    public List<Post.Part> parts() {
        return post.parts().subList(step.firstPart(), step.firstPart() + step.parts());
    }
}
