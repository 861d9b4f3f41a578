package fr.tocsin.publishing;

/// What the author of a correction says about it.
///
/// @param notice what was wrong, for readers: the answer where nothing can be changed, and a line
///   in the history of the own site; empty for the whole corrected text
/// @param withheld whether former versions are not to be shown any more
/// @param reason why, for the timeline; needed when withheld
public record Explanation(String notice, boolean withheld, String reason) {

    public static final Explanation NONE = new Explanation("", false, "");
}
