package fr.tocsin.wording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// Two texts word by word: what both have, what only one has (longest common subsequence).
public final class WordDiff {

    /// Beyond this many cells the middle is shown as replaced whole.
    private static final int MOST_CELLS = 4_000_000;

    private static final Pattern WORDS = Pattern.compile("\\s+|[^\\s]+");

    private WordDiff() {}

    /// A run of words.
    public record Run(Side side, String text) {}

    /// Who has it.
    public enum Side {
        BOTH,
        LEFT,
        RIGHT
    }

    public static List<Run> between(String left, String right) {
        var a = words(left);
        var b = words(right);
        var start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        var end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        var runs = new ArrayList<Run>();
        a.subList(0, start).forEach(word -> add(runs, Side.BOTH, word));
        middle(a.subList(start, a.size() - end), b.subList(start, b.size() - end), runs);
        a.subList(a.size() - end, a.size()).forEach(word -> add(runs, Side.BOTH, word));
        return Collections.unmodifiableList(runs);
    }

    private static void middle(List<String> a, List<String> b, List<Run> runs) {
        if ((long) a.size() * b.size() > MOST_CELLS) {
            a.forEach(word -> add(runs, Side.LEFT, word));
            b.forEach(word -> add(runs, Side.RIGHT, word));
            return;
        }
        var common = new int[a.size() + 1][b.size() + 1];
        for (var i = a.size() - 1; i >= 0; i--) {
            for (var j = b.size() - 1; j >= 0; j--) {
                common[i][j] =
                        a.get(i).equals(b.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var i = 0;
        var j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(runs, Side.BOTH, a.get(i++));
                j++;
            } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(runs, Side.LEFT, a.get(i++));
            } else {
                add(runs, Side.RIGHT, b.get(j++));
            }
        }
    }

    private static void add(List<Run> runs, Side side, String text) {
        if (!runs.isEmpty() && runs.getLast().side() == side) {
            var last = runs.removeLast();
            runs.add(new Run(side, last.text() + text));
        } else {
            runs.add(new Run(side, text));
        }
    }

    private static List<String> words(String text) {
        return WORDS.matcher(text).results().map(match -> match.group()).toList();
    }
}
