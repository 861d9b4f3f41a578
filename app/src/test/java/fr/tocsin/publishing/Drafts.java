package fr.tocsin.publishing;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A draft with one thing different at a time.
record Drafts(Draft draft) {

    static Drafts of(Draft draft) {
        return new Drafts(draft);
    }

    Drafts kind(Kind kind) {
        return with("kind", kind);
    }

    Drafts title(String title) {
        return with("title", title);
    }

    Drafts text(String text) {
        return with("text", text);
    }

    Drafts link(String link) {
        return with("link", link);
    }

    Drafts planning(Planning planning) {
        return with("planning", planning);
    }

    Drafts accounts(AccountId... accounts) {
        return with("accounts", List.of(accounts));
    }

    Drafts variants(Map<String, String> variants) {
        return with("variants", variants);
    }

    Drafts images(Post.Image... images) {
        return with("images", List.of(images));
    }

    /// The same draft with the named component replaced.
    Drafts with(String name, Object value) {
        try {
            var components = Draft.class.getRecordComponents();
            var values = new Object[components.length];
            for (var i = 0; i < components.length; i++) {
                values[i] =
                        components[i].getName().equals(name)
                                ? value
                                : components[i].getAccessor().invoke(draft);
            }
            var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
            return new Drafts(Draft.class.getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
