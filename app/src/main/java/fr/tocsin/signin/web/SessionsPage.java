package fr.tocsin.signin.web;

import fr.tocsin.signin.DeskSessions.DeskSession;
import java.util.List;

/// Where the member is signed in.
public record SessionsPage(List<DeskSession> sessions) {}
