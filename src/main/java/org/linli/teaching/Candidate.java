package org.linli.teaching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.Comparison;

/// A change of the examples on its way to be learnt, and what became of it.
///
/// @param lessons    keys of what it teaches; their words are kept with them and nowhere else
/// @param print      names the examples as they were with it when it was asked for
/// @param progress   how much of its training is done, in percent
/// @param comparison with the one in use; `null` until it is trained
/// @param heard      messages that it heard beside the one in use
/// @param decidedBy  who promoted it or took it back; `null` before
public record Candidate(
        CommunityId community,
        String id,
        State state,
        String askedBy,
        Instant askedAt,
        List<String> lessons,
        String print,
        int progress,
        @Nullable Comparison comparison,
        long heard,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public enum State {
        /// Waits to be trained.
        ASKED,
        /// Hears beside the one in use.
        TRYING,
        /// Could not be trained.
        FAILED,
        /// The examples or what it teaches changed meanwhile, or somebody gave it up.
        DROPPED,
        /// In use.
        PROMOTED,
        /// Was in use.
        ROLLED_BACK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    Candidate with(Comparison other) {
        return new Candidate(
                community, id, state, askedBy, askedAt, lessons, print, progress, other, heard, decidedBy, decidedAt);
    }

    @Override
    public String toString() {
        return "Candidate[" + id + ", " + state + "]";
    }
}
