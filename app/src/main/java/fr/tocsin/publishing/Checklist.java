package fr.tocsin.publishing;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was looked for on one picture before it goes out in one publication. Another publication
/// asks again: what is justified here need not be there.
///
/// @param answers the questions answered so far
public record Checklist(Map<Question, Answer> answers) {

    public static final Checklist EMPTY = new Checklist(Map.of());

    /// Longest reason that is kept.
    public static final int LONGEST_REASON = 500;

    public Checklist {
        var sorted = new EnumMap<Question, Answer>(Question.class);
        sorted.putAll(answers);
        answers = Collections.unmodifiableMap(sorted);
    }

    /// What must not be seen without thinking of it; words under `publishing.check.<name>`.
    public enum Question {
        MINOR,
        HANDCUFFS,
        PLATE,
        VICTIM,
        SCREEN
    }

    public enum Verdict {
        /// There is none on the picture.
        NONE,
        /// There was one; it is hidden.
        HIDDEN,
        /// There is one, and it may be seen, for the reason on record.
        JUSTIFIED
    }

    /// @param reason never empty for what is justified
    /// @param by name of who answered
    public record Answer(Verdict verdict, String reason, String by) {}

    public Optional<Answer> to(Question question) {
        return Optional.ofNullable(answers.get(question));
    }

    public List<Question> open() {
        return Arrays.stream(Question.values())
                .filter(question -> !answers.containsKey(question))
                .toList();
    }
}
