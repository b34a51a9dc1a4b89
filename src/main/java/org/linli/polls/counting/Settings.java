package org.linli.polls.counting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a round declares beside its [Rule], before anybody votes.
///
/// @param utility what counts as worth
/// @param completion what becomes of money that [Rule#EQUAL_SHARES] leaves
/// @param start with how much each voter begins there
/// @param exhaustive whether [Completion#ADD1] stops as soon as nothing more fits: it changes real results
/// @param comparison whether the result of greedy by votes wins where more voters prefer it
/// @param increment by how much [Completion#ADD1] raises, in whole units of money; at least 1
/// @param ties who goes first of equal ones
public record Settings(
        Utility utility,
        Completion completion,
        Start start,
        boolean exhaustive,
        boolean comparison,
        long increment,
        TieOrder ties) {

    /// With how much each voter begins.
    public enum Start {
        /// Whole units of money: the share, rounded down.
        FLOOR,
        /// The share as a fraction.
        EXACT;

        /// As it is written in announcements and commands; never changes.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Start> named(String word) {
            return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
        }
    }

    public Settings {
        if (increment < 1) {
            throw new IllegalArgumentException("increment %d, expected at least 1".formatted(increment));
        }
    }

    public static Settings usual(Election election) {
        return new Settings(Utility.usual(election), Completion.NONE, Start.EXACT, false, false, 1, TieOrder.USUAL);
    }

    public Settings breaking(TieOrder others) {
        return new Settings(utility, completion, start, exhaustive, comparison, increment, others);
    }
}
