package fr.tocsin.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Written;
import fr.tocsin.media.MediaId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every channel promises that can change a copy where it stands.
public abstract class EditingContract extends ChannelContract {

    @Test
    void changesACopyWhereItStands() {
        var first = first(post(part("Feu à Ligugé", "Une colonne de fumée", "La carte")));
        var copy = accepted(channel().send(first, prepared(first)));
        var images = first.parts().getFirst().images();
        var after =
                post(
                        "Images de feu",
                        new Post.Part(
                                "Feu à Smarves, et non à Ligugé",
                                List.of(
                                        new Post.Image(images.get(1).media(), "Carte de Smarves"),
                                        new Post.Image(MediaId.random(), "Le poste médical"))));

        var edited = accepted(edit(first, copy, after));

        assertThat(edited.id()).isEqualTo(copy.id());
        assertThat(published())
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.text()).isEqualTo("Feu à Smarves, et non à Ligugé");
                    assertThat(seen.alts()).containsExactly("Carte de Smarves", "Le poste médical");
                });
    }

    @Test
    void takesTheSameEditTwice() {
        var first = first(post(part("Un mot de trop")));
        var copy = accepted(channel().send(first, prepared(first)));
        var after = post(part("Un mot"));

        assertThat(accepted(edit(first, copy, after)).id()).isEqualTo(copy.id());
        assertThat(accepted(edit(first, copy, after)).id()).isEqualTo(copy.id());
        assertThat(published()).extracting(Copy::text).containsExactly("Un mot");
    }

    /// A comma may be all that was wrong.
    @Test
    void findsAnEditThatBecamePublicBeforeTheConnectionBroke() {
        var first = first(post(part("Rentrez, tous les enfants sont là.")));
        var copy = accepted(channel().send(first, prepared(first)));
        var edits = edits();
        var after = instead(first, post(part("Rentrez tous, les enfants sont là.")));
        var written = new Written(copy, first.parts().getFirst());
        var prepared = (Preparation.Prepared) edits.prepareEdit(after, written);
        assertThat(edits.findEdit(after, written)).isInstanceOf(Sighting.Absent.class);
        next(Fault.CUT_AFTER_PUBLISHING);

        assertThat(edits.edit(after, written, prepared)).isInstanceOf(Attempt.Unknown.class);

        assertThat(there(edits.findEdit(after, written)).id()).isEqualTo(copy.id());
        assertThat(published()).hasSize(1);
    }

    @Test
    void findsThatAnEditNeverArrived() {
        var first = first(post(part("Ancien", "Une image")));
        var copy = accepted(channel().send(first, prepared(first)));
        var edits = edits();
        var image = first.parts().getFirst().images().getFirst();
        var after =
                instead(
                        first,
                        post(
                                new Post.Part(
                                        "Ancien",
                                        List.of(new Post.Image(image.media(), "Autre mots")))));
        var written = new Written(copy, first.parts().getFirst());
        var prepared = (Preparation.Prepared) edits.prepareEdit(after, written);
        next(Fault.CUT_BEFORE_READING);

        if (edits.edit(after, written, prepared) instanceof Attempt.Unknown) {
            assertThat(edits.findEdit(after, written)).isInstanceOf(Sighting.Absent.class);
        }
        accepted(edits.edit(after, written, prepared));
        assertThat(published().getFirst().alts()).containsExactly("Autre mots");
    }

    @Test
    void changesNothingWhereTheCopyIsGone() {
        var first = first(post(part("Bientôt parti", "Photo")));
        var copy = accepted(channel().send(first, prepared(first)));
        ((Channel.Deletes) channel()).delete(account(), copy);

        for (var after : List.of(post(part("Corrigé")), post(part("Corrigé", "Photo")))) {
            assertThat(edit(first, copy, after))
                    .asInstanceOf(type(Attempt.Rejected.class))
                    .satisfies(gone -> assertThat(gone.reason().code()).isEqualTo("gone"));
        }
        assertThat(published()).isEmpty();
    }

    private Channel.Edits edits() {
        return (Channel.Edits) channel();
    }

    private Attempt edit(Dispatch before, RemotePost copy, Post after) {
        var dispatch = instead(before, after);
        var written = new Written(copy, before.parts().getFirst());
        return switch (edits().prepareEdit(dispatch, written)) {
            case Preparation.Prepared prepared -> edits().edit(dispatch, written, prepared);
            case Preparation.Rejected(var why) -> new Attempt.Rejected(why);
            case Preparation.NotYet(var why, var at) -> new Attempt.NotSent(why, at);
        };
    }

    private Dispatch instead(Dispatch before, Post after) {
        return new Dispatch(
                DeliveryId.random(),
                before.publication(),
                account(),
                after,
                channel().plan(after, clock().instant()).getFirst(),
                List.of(),
                clock().instant());
    }
}
