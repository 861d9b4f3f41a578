package fr.tocsin.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a text that is too long for one post into a numbered thread. Cuts at the end of a
/// paragraph, else of a sentence, else of a word; never inside a word, a link, a mention, a hashtag
/// or a grapheme. Nothing but white space is lost. A line of three or more hyphens is the author's
/// own mark: a new post begins there.
public final class Threading {

    private static final Pattern MARK = Pattern.compile("(?m)^[ \\t]*-{3,}[ \\t]*$");

    /// A paragraph's end is taken when it fills half a post, a sentence's when it fills a third.
    private static final int PARAGRAPH_SHARE = 2;

    private static final int SENTENCE_SHARE = 3;

    private final String text;
    private final Measure measure;
    private final Breaks breaks;
    private final BitSet graphemes;

    private Threading(String text, Measure measure) {
        this.text = text;
        this.measure = measure;
        this.breaks = Breaks.of(text);
        this.graphemes = Graphemes.boundaries(text);
    }

    /// @param text as the author wrote it, marks included; line ends may be of any kind
    public static Split split(String text, Measure measure) {
        return new Threading(text.replace("\r\n", "\n").replace('\r', '\n'), measure).split();
    }

    private Split split() {
        var sections = sections();
        if (sections.isEmpty()) {
            return new Split.Parts(List.of());
        }
        if (sections.size() == 1 && measure.count(written(sections.getFirst())).fits()) {
            return new Split.Parts(List.of(written(sections.getFirst())));
        }
        for (var digits = 1; ; digits++) {
            var parts = new ArrayList<Range>();
            for (var section : sections) {
                var tooLong = cut(section, digits, parts);
                if (tooLong != null) {
                    return tooLong;
                }
            }
            if (String.valueOf(parts.size()).length() <= digits) {
                return new Split.Parts(numbered(parts));
            }
        }
    }

    private record Range(int start, int end) {}

    private String written(Range range) {
        return text.substring(range.start(), range.end());
    }

    /// The text between the author's marks.
    private List<Range> sections() {
        var sections = new ArrayList<Range>();
        var start = 0;
        var marks = MARK.matcher(text);
        while (marks.find()) {
            addInked(start, marks.start(), sections);
            start = marks.end();
        }
        addInked(start, text.length(), sections);
        return sections;
    }

    private void addInked(int start, int end, List<Range> ranges) {
        var from = Blank.skip(text, graphemes, start, end);
        var to = Blank.trim(text, graphemes, from, end);
        if (from < to && !Blank.isBlank(text.substring(from, to))) {
            ranges.add(new Range(from, to));
        }
    }

    private Split.@Nullable TooLong cut(Range section, int digits, List<Range> parts) {
        var start = section.start();
        while (start < section.end()) {
            var number = number("9".repeat(digits), "9".repeat(digits));
            var end = end(start, section.end(), number);
            if (end < 0) {
                return tooLong(start, section.end(), number);
            }
            addInked(start, end, parts);
            start = Blank.skip(text, graphemes, end, section.end());
        }
        return null;
    }

    /// Where the part that begins here ends best; negative when not even its first word fits.
    private int end(int start, int limit, String number) {
        var word = last(breaks.words(), start, limit, number);
        if (word < 0) {
            return last(breaks.lastResorts(), start, limit, number);
        }
        if (word == limit) {
            return limit;
        }
        var paragraph = breaks.paragraphs().previousSetBit(word);
        if (paragraph > start && fills(start, paragraph, PARAGRAPH_SHARE)) {
            return paragraph;
        }
        var sentence = breaks.sentences().previousSetBit(word);
        return sentence > start && fills(start, sentence, SENTENCE_SHARE) ? sentence : word;
    }

    /// The last of the places (or the limit) up to which the part fits; negative when there is
    /// none. A longer part never counts less, so it doubles its reach until the part is too long,
    /// then halves.
    private int last(BitSet places, int start, int limit, String number) {
        var fitting = start;
        var tooLong = limit;
        for (var reach = 64; tooLong == limit; reach *= 2) {
            var isEnd = start + reach >= limit;
            var probe = isEnd ? limit : places.previousSetBit(start + reach);
            if (probe > fitting && fits(start, probe, number)) {
                fitting = probe;
            } else if (probe > fitting) {
                tooLong = probe;
            }
            if (isEnd) {
                break;
            }
        }
        if (fitting == limit) {
            return limit;
        }
        while (true) {
            var middle = places.previousSetBit((fitting + tooLong) >>> 1);
            if (middle <= fitting) {
                middle = places.nextSetBit(fitting + 1);
            }
            if (middle < 0 || middle >= tooLong) {
                return fitting > start ? fitting : -1;
            }
            if (fits(start, middle, number)) {
                fitting = middle;
            } else {
                tooLong = middle;
            }
        }
    }

    private boolean fits(int start, int end, String number) {
        return count(start, end, number).fits();
    }

    private boolean fills(int start, int end, int share) {
        var count = count(start, end, "");
        return (long) count.used() * share >= count.limit();
    }

    private Measure.Count count(int start, int end, String number) {
        return measure.count(
                text.substring(start, Blank.trim(text, graphemes, start, end)) + number);
    }

    private Split.TooLong tooLong(int start, int limit, String number) {
        var next = breaks.lastResorts().nextSetBit(start + 1);
        var end = Blank.trim(text, graphemes, start, next < 0 ? limit : Math.min(next, limit));
        return new Split.TooLong(text.substring(start, end), start, count(start, end, number));
    }

    private List<String> numbered(List<Range> parts) {
        if (parts.size() == 1) {
            return List.of(written(parts.getFirst()));
        }
        var texts = new ArrayList<String>(parts.size());
        for (var part : parts) {
            texts.add(
                    written(part)
                            + number(
                                    String.valueOf(texts.size() + 1),
                                    String.valueOf(parts.size())));
        }
        return texts;
    }

    private static String number(String at, String of) {
        return " " + at + "/" + of;
    }
}
