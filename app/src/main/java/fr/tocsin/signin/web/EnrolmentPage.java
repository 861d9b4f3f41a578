package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;

/// @param address opens the authenticator app of the phone that shows the page
/// @param svg the QR code to be scanned
/// @param key the same to be typed in
/// @param again whether the member changes phones and must give the password
public record EnrolmentPage(
        String address, String svg, String key, boolean again, Mistakes mistakes) {}
