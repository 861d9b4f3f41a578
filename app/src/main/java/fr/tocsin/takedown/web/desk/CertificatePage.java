package fr.tocsin.takedown.web.desk;

import fr.tocsin.takedown.Certificate;
import java.util.Locale;

/// The certificate of a takedown.
///
/// @param base the address of the takedown
public record CertificatePage(String base, Certificate certificate) {

    public String says() {
        return "takedown.verdict." + certificate.verdict().name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (certificate.verdict()) {
            case GONE -> "done";
            case UNVERIFIED -> "note";
            case PARTLY_OUT_OF_REACH, NOT_YET -> "warning";
        };
    }
}
