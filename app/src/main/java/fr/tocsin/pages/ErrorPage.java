package fr.tocsin.pages;

/// @param status the HTTP status whose words are shown
/// @param reference names our own fault in the log; empty when it is none
public record ErrorPage(int status, String reference) {

    public String key(String part) {
        return "pages.error." + status + "." + part;
    }
}
