package org.linli.polls.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much of the ballots is published after the count (公开程度). Declared before the vote.
///
/// None of them keeps a voter from showing somebody the own ballot while casting it: no level resists coercion.
public enum Level {
    /// Each ballot with the nonce that opens its entry: everybody can check every entry, and a voter can prove to
    /// a buyer how he voted.
    OPENINGS,
    /// Ballots sorted and without any link to entries: everybody can recount, and see that there are as many
    /// ballots as entries. That each entry holds its ballot is checked by samples.
    BALLOTS,
    /// Sums alone: for votes so small that a ballot would name its voter. Rules that look at whole ballots cannot
    /// be recounted.
    TALLIES;

    /// Fewer ballots than that are told from each other by neighbours who know a little.
    public static final long FEW_BALLOTS = 30;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
