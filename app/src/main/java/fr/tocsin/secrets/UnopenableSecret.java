package fr.tocsin.secrets;

/// A sealed value that does not open. The message names its context and never its content.
public class UnopenableSecret extends RuntimeException {

    UnopenableSecret(String context, String why) {
        super("the secret of '" + context + "' does not open: " + why);
    }
}
