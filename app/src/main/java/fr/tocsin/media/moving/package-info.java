/// Pictures that move: recognised by content, cleaned of metadata, changed over by ffmpeg where it
/// is installed.
@NullMarked
package fr.tocsin.media.moving;

import org.jspecify.annotations.NullMarked;
