package fr.tocsin.publishing.web;

import fr.tocsin.media.MediaId;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.units.Officer;

/// Addresses at the desk of one unit.
record DeskPath(String desk) {

    DeskPath(Officer officer) {
        this("/desk/" + officer.unit().slug());
    }

    String publications() {
        return desk + "/publications";
    }

    String publication(PublicationId id) {
        return publications() + "/" + id;
    }

    String editor(PublicationId id) {
        return publication(id) + "/edit";
    }

    String checklist(PublicationId id, MediaId picture) {
        return publication(id) + "/pictures/" + picture + "/checklist";
    }

    /// A page that leads back to the editor.
    String workshop(PublicationId id, Changes.Workshop workshop) {
        return switch (workshop) {
            case Changes.Workshop.Studio(var picture) -> studio(id, picture);
            case Changes.Workshop.Checklist(var picture) -> checklist(id, picture);
            case Changes.Workshop.Library() -> library(id);
        };
    }

    String library(PublicationId id) {
        return publication(id) + "/pictures/library";
    }

    String studio(PublicationId id, MediaId picture) {
        return desk + "/media/" + picture + "/studio?from=/publications/" + id + "/edit";
    }

    String picture(MediaId media) {
        return desk + "/media/" + media + "/thumbnail";
    }
}
