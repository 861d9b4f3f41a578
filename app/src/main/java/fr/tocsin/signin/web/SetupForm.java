package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Setup;
import fr.tocsin.units.EmailAddresses;
import fr.tocsin.units.Member;
import fr.tocsin.units.Slugs;
import fr.tocsin.units.Unit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The first unit and its administrator, as typed.
public record SetupForm(
        String unitName,
        String slug,
        String service,
        String place,
        String contact,
        String name,
        String email) {

    static final SetupForm EMPTY = new SetupForm("", "", "GENDARMERIE", "", "", "", "");

    /// Missing fields become empty ones.
    public SetupForm {
        unitName = orEmpty(unitName);
        slug = orEmpty(slug);
        service = orEmpty(service);
        place = orEmpty(place);
        contact = orEmpty(contact);
        name = orEmpty(name);
        email = orEmpty(email);
    }

    Mistakes check() {
        return Mistakes.NONE
                .andIf(unitName.isEmpty(), "unitName", "signin.setup.unit.missing")
                .andIf(
                        !(unitName + slug).isEmpty() && !Slugs.valid(address()),
                        "slug",
                        "signin.setup.slug.wrong")
                .andIf(place.isEmpty(), "place", "signin.setup.place.missing")
                .andIf(name.isEmpty(), "name", "signin.name.missing")
                .andIf(
                        name.length() > Member.LONGEST_NAME,
                        "name",
                        "signin.name.long",
                        Member.LONGEST_NAME)
                .andIf(!EmailAddresses.plausible(email), "email", "signin.email.wrong");
    }

    Setup.First first(String password, Locale language) {
        return new Setup.First(
                address(), unitName, kind(), place, contact, name, email, password, language);
    }

    /// As typed, else as the name suggests.
    private String address() {
        return slug.isEmpty() ? Slugs.propose(unitName) : slug;
    }

    private Unit.Service kind() {
        for (var kind : Unit.Service.values()) {
            if (kind.name().equals(service)) {
                return kind;
            }
        }
        return Unit.Service.OTHER;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
