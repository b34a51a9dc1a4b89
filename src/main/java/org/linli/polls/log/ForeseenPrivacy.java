package org.linli.polls.log;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.polls.ballots.BallotKind;

/// How well ballots will hide in each other before anybody has cast one, for whoever chooses a [Level]: pure.
///
/// @param voters in the register as it would be drawn up now
/// @param cases  for few and many choices, and for half of the voters and all of them
public record ForeseenPrivacy(long voters, List<Case> cases) {

    private static final List<Integer> CHOICES = List.of(6, 12, 24);

    /// @param alone of a hundred ballots at most so many that nobody else casts, see [#alonePercent]
    public record Case(int choices, long ballots, int alone) {

        /// Whether so few are cast that sums alone are published, whatever was declared.
        public boolean isSumsAlone() {
            return ballots < Level.FEW_BALLOTS;
        }

        /// Whether not even sums are shown.
        public boolean isHidden() {
            return ballots < Breakdown.FEWEST;
        }
    }

    /// @param most so many may be chosen; points to give away, or the highest score
    public static ForeseenPrivacy of(BallotKind kind, int most, long voters) {
        return new ForeseenPrivacy(
                voters,
                CHOICES.stream().flatMap(it -> cases(kind, most, it, voters)).toList());
    }

    private static Stream<Case> cases(BallotKind kind, int most, int choices, long voters) {
        double different = different(kind, most, choices);
        return Stream.of((voters + 1) / 2, voters)
                .distinct()
                .map(ballots -> new Case(choices, ballots, alonePercent(different, ballots)));
    }

    /// The expected share of ballots that nobody else casts, at most, however voters choose independently of each
    /// other; in percent, rounded up.
    ///
    /// Each of `k` possible ballots is cast with a chance p, and alone by one of n with p(1-p)^(n-1), which is
    /// greatest for p = 1/n. The sum over all is greatest where they are equally likely; where there are fewer than
    /// voters, it is not above k of these greatest. So privacy is not made to look better.
    static int alonePercent(double different, long ballots) {
        if (ballots <= 1) {
            return ballots == 1 ? 100 : 0;
        }
        double chance = 1 / Math.max(different, ballots);
        return (int) Math.ceil(100 * different * chance * Math.exp((ballots - 1) * Math.log1p(-chance)) - 1e-9);
    }

    /// How many valid ballots there are that name something.
    static double different(BallotKind kind, int most, int choices) {
        return switch (kind) {
            case ONE -> choices;
            case SEVERAL -> upTo(most, choices).map(it -> among(choices, it)).sum();
            case RANKED ->
                upTo(most, choices).map(it -> among(choices, it) * orders(it)).sum();
            case POINTS -> among(choices + most, choices) - 1;
            case SCORES -> Math.pow(most + 1.0, choices) - 1;
        };
    }

    private static DoubleStream upTo(int most, int choices) {
        return IntStream.rangeClosed(1, Math.min(most, choices)).asDoubleStream();
    }

    private static double among(int all, double chosen) {
        double ways = 1;
        for (int i = 1; i <= chosen; i++) {
            ways = ways * (all - chosen + i) / i;
        }
        return ways;
    }

    private static double orders(double of) {
        double ways = 1;
        for (int i = 2; i <= of; i++) {
            ways *= i;
        }
        return ways;
    }
}
