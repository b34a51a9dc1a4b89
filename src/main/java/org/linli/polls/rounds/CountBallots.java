package org.linli.polls.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.polls.CountedPaper;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.counting.Settings;
import org.linli.polls.log.Level;
import org.linli.polls.published.Declared;
import org.linli.polls.rounds.RoundChanged.Result;

/// Counts the ballots of a round by its declared rules: pure, and the same whatever the order of ballots.
public record CountBallots(Rules rules, Paper paper) {

    /// What is said before anybody votes.
    Declared declared(Round round) {
        return new Declared(
                "%s-round-%d".formatted(round.community().value(), round.number()),
                rules.level(),
                Level.FEW_BALLOTS,
                rules.rule(),
                settings(),
                rules.bounds());
    }

    /// What the rule finds, without those who do not stand any more.
    ///
    /// @param out numbers of proposals that were taken out since the paper was made
    public Result result(Map<Marks, Integer> ballots, Set<Integer> out, Instant at) {
        var election = election(ballots, out);
        var outcome = count(election);
        return new Result(
                rules.rule().word(),
                rules.completion().word(),
                rules.ties().written(),
                outcome.winners().stream().map(it -> number(election, it)).toList(),
                drawn(election, outcome),
                outcome.cost(election),
                (int) election.voters(),
                at);
    }

    /// @param out see [#result]
    public Election election(Map<Marks, Integer> ballots, Set<Integer> out) {
        return election(ballots).without(places(out));
    }

    private Set<Integer> places(Set<Integer> numbers) {
        return IntStream.range(0, paper.choices().size())
                .filter(i -> numbers.contains(paper.choices().get(i).number()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int number(Election election, int place) {
        return Integer.parseInt(election.projects().get(place).id());
    }

    /// `3 < 5 7; 2 < 4`: of equal ones, whom the order of ties put first.
    private static String drawn(Election election, Outcome outcome) {
        return outcome.ties().stream()
                .map(tie -> number(election, tie.chosen()) + " < "
                        + tie.between().stream()
                                .filter(it -> it != tie.chosen())
                                .map(it -> String.valueOf(number(election, it)))
                                .collect(Collectors.joining(" ")))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// @param ballots equal ones together
    public Election election(Map<Marks, Integer> ballots) {
        return rules.bounds().on(new CountedPaper(paper).election(ballots, rules.budget()));
    }

    public Outcome count(Election election) {
        return rules.rule().count(election, settings());
    }

    /// Whatever the ballots say.
    public Settings settings() {
        return rules.settings();
    }
}
