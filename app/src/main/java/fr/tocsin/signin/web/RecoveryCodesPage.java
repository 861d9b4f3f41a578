package fr.tocsin.signin.web;

import java.util.List;

/// Recovery codes, shown once.
public record RecoveryCodesPage(List<String> codes, String to) {}
