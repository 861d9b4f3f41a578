package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Demonstration.Guest;
import java.util.List;

/// @param to where to go afterwards
/// @param guests who can try the demonstration; only where nothing else is on this server
public record SignInPage(String email, String to, Mistakes mistakes, List<Guest> guests) {}
