package org.linli.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which problems may be meant by a message.
///
/// @param topics what the group speaks of, the latest first; where a message points at one of them, that alone
/// @param quoted what it points at; `null` where it points at none
record SpokenOf(List<Topic> topics, @Nullable Topic quoted) {

    /// Whoever points at something else means none of them. An echo that is pointed at means what it means itself.
    ///
    /// @param words that the message points at; empty where it points at none, or nobody knows what it said
    static SpokenOf pointing(String words, List<Topic> topics, QuotedTopic find, Instant now) {
        String quoted = Words.clean(words);
        if (quoted.isEmpty() || topics.isEmpty() || Reference.in(quoted).isPresent()) {
            return new SpokenOf(topics, null);
        }
        return find.in(quoted, topics)
                .map(it -> it.pointedAt(now))
                .map(it -> new SpokenOf(List.of(it), it))
                .orElseGet(() -> new SpokenOf(List.of(), null));
    }
}
