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

    String picture(MediaId media) {
        return desk + "/media/" + media + "/thumbnail";
    }
}
