package fr.tocsin.media;

/// The kinds of picture that are taken.
enum Format {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
