package fr.tocsin.publishing.web;

import java.util.List;

/// What waits for a second pair of eyes.
///
/// @param base the address of the publications
public record ApprovalsPage(String base, List<ListPage.Line> lines, boolean mayApprove) {}
