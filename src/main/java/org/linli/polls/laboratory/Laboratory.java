package org.linli.polls.laboratory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;

/// Counts one election by many rules.
public record Laboratory(Election election) {

    /// What a rule chose, and whom it left with nothing.
    ///
    /// @param cost in the smallest unit of money
    /// @param without voters of whose wishes nothing won, and who had any
    public record Result(Trial trial, Outcome outcome, long cost, long without) {}

    /// In the order of the trials; those that cannot count such an election are left out. Each is counted when the
    /// stream comes to it.
    public Stream<Result> results(List<Trial> trials) {
        return trials.stream().flatMap(it -> result(it).stream());
    }

    private Optional<Result> result(Trial trial) {
        try {
            var outcome = trial.rule().count(election, trial.settings());
            return Optional.of(new Result(trial, outcome, outcome.cost(election), without(outcome)));
        } catch (IllegalArgumentException | ArithmeticException cannot) {
            return Optional.empty();
        }
    }

    private long without(Outcome outcome) {
        return election.ballots().entrySet().stream()
                .filter(it -> !it.getKey().named().isEmpty())
                .filter(it -> it.getKey().named().stream().noneMatch(outcome.winners()::contains))
                .mapToLong(it -> it.getValue())
                .sum();
    }
}
