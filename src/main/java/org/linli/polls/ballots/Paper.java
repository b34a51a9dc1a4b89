package org.linli.polls.ballots;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ballot paper: what can be chosen, and how.
///
/// @param most   so many may be chosen; the points to give away on [BallotKind#POINTS], the highest score on
///               [BallotKind#SCORES]
/// @param budget what all that one person chooses may cost, in yuan; `null`: whatever it costs
public record Paper(
        BallotKind kind,
        List<Choice> choices,
        int most,
        @Nullable Long budget) {

    public Paper {
        choices = List.copyOf(choices);
        if (choices.size() < 2) {
            throw new IllegalArgumentException("%d choices, expected at least 2".formatted(choices.size()));
        }
        if (most < 1) {
            throw new IllegalArgumentException("most %d, expected at least 1".formatted(most));
        }
    }

    public Optional<Choice> choice(int number) {
        return choices.stream().filter(it -> it.number() == number).findFirst();
    }

    /// In yuan, of what is on the paper.
    public long cost(Marks marks) {
        return choices.stream()
                .filter(it -> marks.has(it.number()))
                .mapToLong(Choice::cost)
                .sum();
    }

    /// Empty where the ballot is as it should be.
    public Optional<Fault> fault(Marks marks) {
        var numbers = marks.numbers();
        if (numbers.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (numbers.stream().anyMatch(it -> choice(it).isEmpty())) {
            return Optional.of(Fault.NO_SUCH_CHOICE);
        }
        if (new HashSet<>(numbers).size() < numbers.size()) {
            return Optional.of(Fault.TWICE);
        }
        return exceeded(marks);
    }

    private Optional<Fault> exceeded(Marks marks) {
        var limit = budget;
        if (limit != null && cost(marks) > limit) {
            return Optional.of(Fault.TOO_DEAR);
        }
        return switch (kind) {
            case ONE -> marks.all().size() > 1 ? Optional.of(Fault.TOO_MANY) : Optional.empty();
            case SEVERAL, RANKED -> marks.all().size() > most ? Optional.of(Fault.TOO_MANY) : Optional.empty();
            case POINTS -> points(marks);
            case SCORES ->
                marks.all().stream().anyMatch(it -> it.points() < 0 || it.points() > most)
                        ? Optional.of(Fault.SCORE_OUT_OF_RANGE)
                        : Optional.empty();
        };
    }

    private Optional<Fault> points(Marks marks) {
        if (marks.all().stream().anyMatch(it -> it.points() < 1)) {
            return Optional.of(Fault.SCORE_OUT_OF_RANGE);
        }
        long given = marks.all().stream().mapToLong(Mark::points).sum();
        return given > most ? Optional.of(Fault.TOO_MANY_POINTS) : Optional.empty();
    }
}
