package fr.tocsin.publishing;

import java.time.Instant;
import java.time.LocalDate;

/// The word of justice that a publication on a case needs: no record, no publication.
///
/// @param scope what may be shown and said
/// @param expiresOn last day on which it holds, on the clock of [Planning#ZONE]
/// @param recordedBy the judicial validator who put it on record
public record Authorisation(
        String magistrate,
        String reference,
        String scope,
        LocalDate expiresOn,
        String recordedBy,
        Instant at) {

    boolean holdsAt(Instant when) {
        return !when.atZone(Planning.ZONE).toLocalDate().isAfter(expiresOn);
    }
}
