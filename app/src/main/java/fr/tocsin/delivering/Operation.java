package fr.tocsin.delivering;

/// What a delivery does with its post.
enum Operation {
    PUBLISH,
    DELETE
}
