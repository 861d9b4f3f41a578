package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.PasswordRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A new password, typed twice.
record PasswordForm(String password, String again) {

    /// Missing fields become empty ones.
    PasswordForm(@Nullable String password, @Nullable String again) {
        this.password = password == null ? "" : password;
        this.again = again == null ? "" : again;
    }

    /// The mistakes so far and those of the password.
    Mistakes check(Mistakes mistakes, String email) {
        var fault = PasswordRules.fault(password, email);
        if (fault.isPresent()) {
            var name = fault.get().name().toLowerCase(Locale.ROOT).replace('_', '.');
            return mistakes.and("password", "signin.password." + name, PasswordRules.SHORTEST);
        }
        return mistakes.andIf(!password.equals(again), "again", "signin.password.different");
    }
}
