package org.linli.dialogue.topics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.phrases.CaseNumbers;
import org.linli.dialogue.phrases.Words;

/// What the group speaks of, and which of it may be meant by a message.
///
/// @param topics     what the group speaks of, the latest first
/// @param mayBeMeant all of it, except where the message points at something: then at most that
/// @param words      that the message points at; empty where it points at none, or nobody knows what it said
/// @param quoted     which topic it points at; `null` where it points at none
public record SpokenOf(
        List<Topic> topics,
        List<Topic> mayBeMeant,
        String words,
        @Nullable Topic quoted) {

    /// Whoever points at something else means none of them. An echo that is pointed at means what it means itself.
    ///
    /// @param words that the message points at; empty where it points at none, or nobody knows what it said
    public static SpokenOf pointing(String words, List<Topic> topics, QuotedTopic find, Instant now) {
        String said = Words.clean(words);
        if (said.isEmpty() || topics.isEmpty() || Reference.in(said).isPresent()) {
            return new SpokenOf(topics, topics, said, null);
        }
        return find.in(said, topics)
                .map(it -> it.pointedAt(now))
                .map(it -> new SpokenOf(topics, List.of(it), said, it))
                .orElseGet(() -> new SpokenOf(topics, List.of(), said, null));
    }

    /// Whether the message may answer our question: "修好了" under one report, or under a neighbour's own trouble, says
    /// nothing of another. Under our own words it does, however old they are.
    public boolean mayAnswer(OpenQuestion question) {
        String about = question.about();
        if (words.isEmpty() || words.contains(about)) {
            return true;
        }
        return CaseNumbers.isOne(about)
                ? quoted != null && quoted.about().equals(about)
                : quoted == null && CaseNumbers.in(words).isEmpty();
    }
}
