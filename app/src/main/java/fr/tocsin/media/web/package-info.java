/// The library at the desk, where pictures come in and are described.
@NullMarked
package fr.tocsin.media.web;

import org.jspecify.annotations.NullMarked;
