package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Demonstration.Guest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// @param to where to go afterwards
/// @param passkey what the browser is asked for, when it knows passkeys
/// @param provider what people call the identity provider; empty when there is none
/// @param guests who can try the demonstration; only where nothing else is on this server
public record SignInPage(
        String email,
        String to,
        String passkey,
        String provider,
        Mistakes mistakes,
        List<Guest> guests) {

    /// The way to the identity provider, and afterwards where one wanted to go.
    public String providerWay() {
        return "/desk/sign-in/oidc?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
