package org.linli.polls.log;

import org.linli.polls.counting.Election;

/// How well ballots hide in each other, to be shown to whoever chooses a [Level].
///
/// @param ballots that name something
/// @param different how many of them differ
/// @param alone how many were cast by nobody else: whoever knows a part of such a ballot may recognize it, and a buyer
///            can ask for one as a signature
public record PrivacyFigures(long ballots, long different, long alone) {

    public static PrivacyFigures of(Election election) {
        var times = election.ballots().entrySet().stream()
                .filter(it -> !it.getKey().named().isEmpty())
                .map(it -> it.getValue())
                .toList();
        return new PrivacyFigures(
                times.stream().mapToLong(it -> it).sum(),
                times.size(),
                times.stream().filter(it -> it == 1).count());
    }

    /// Of a hundred ballots how many are alone, rounded up: privacy is not made to look better.
    public int alonePercent() {
        return ballots == 0 ? 0 : (int) ((100 * alone + ballots - 1) / ballots);
    }
}
