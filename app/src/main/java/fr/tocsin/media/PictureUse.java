package fr.tocsin.media;

/// Told by every module that refers to pictures, so that none is taken out of the library while it
/// is needed. A module that refers to pictures declares a bean of this type.
public interface PictureUse {

    /// Whether the module still refers to this picture.
    boolean uses(MediaId picture);
}
