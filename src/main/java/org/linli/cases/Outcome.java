package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an [Act].
public sealed interface Outcome {

    /// It was done.
    ///
    /// @param before as it was read; its version is what the write expects to find
    /// @param promise a time that was promised by it; mostly `null`
    /// @param after  equal to `before` when only the history grows
    record Moved(
            Case before,
            Case after,
            Step step,
            List<News> news,
            ClocksMoved clocks,
            @Nullable Instant promise) implements Outcome {
        public Moved {
            news = List.copyOf(news);
        }

        Moved(Case before, Case after, Step step, List<News> news, ClocksMoved clocks) {
            this(before, after, step, news, clocks, null);
        }

        boolean changesTheCase() {
            return after.version() != before.version();
        }
    }

    /// It was not, and nothing changed.
    record Refused(Refusal why) implements Outcome {}

    /// Words for each are in `templates/messages/cases.properties`.
    enum Refusal {
        /// Somebody did it already: a second click.
        ALREADY_DONE,
        /// The case is in a state that does not allow it.
        NOT_NOW,
        /// Only staff may do it.
        STAFF_ONLY,
        /// It needs a reason or a note.
        WORDS_MISSING,
        /// It needs a picture.
        PICTURE_MISSING,
        /// The note has to name an amount of money.
        AMOUNT_MISSING,
        /// It would go to the unit that has it.
        SAME_UNIT,
        /// More time than that was promised already.
        NOT_NEEDED,
        /// Units have handed it on twice.
        COMMUNITY_DECIDES,
        /// No time was understood.
        TIME_MISSING,
        /// More than thirty days at once.
        TOO_LONG
    }
}
