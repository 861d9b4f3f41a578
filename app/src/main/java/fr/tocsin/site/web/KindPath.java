package fr.tocsin.site.web;

import fr.tocsin.delivering.Kind;
import java.util.Optional;

/// The word under which each kind stands in public addresses.
public enum KindPath {
    ALERTES(Kind.ALERT),
    OBJETS(Kind.PROPERTY),
    APPELS(Kind.APPEAL),
    PREVENTION(Kind.PREVENTION),
    VIE(Kind.COMMUNITY);

    private final Kind kind;

    KindPath(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static KindPath of(Kind kind) {
        for (var path : values()) {
            if (path.kind == kind) {
                return path;
            }
        }
        throw new IllegalArgumentException("no public path for kind " + kind);
    }

    static Optional<Kind> kind(String path) {
        for (var known : values()) {
            if (known.path().equals(path)) {
                return Optional.of(known.kind);
            }
        }
        return Optional.empty();
    }
}
