package fr.tocsin.signin;

import fr.tocsin.units.MemberId;
import org.springframework.stereotype.Component;

/// Makes every way in worthless but the password: the phone is lost, and whatever was on it.
@Component
class Forgetting {

    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final Identities identities;

    Forgetting(SecondFactor secondFactor, Passkeys passkeys, Identities identities) {
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.identities = identities;
    }

    void everything(MemberId member) {
        secondFactor.forget(member);
        passkeys.forget(member);
        identities.forget(member);
    }
}
