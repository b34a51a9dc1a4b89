package org.linli.polls.rounds;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.polls.rounds.Proposal.State;

/// What keeps the vote of a round from opening: pure.
///
/// @param unreviewed numbers of those that have their supporters, and of which the committee has said nothing
/// @param feasible   how many there are to choose from
public record Hindrance(List<Integer> unreviewed, long feasible) {

    private static final int FEWEST_CHOICES = 2;

    public Hindrance {
        unreviewed = List.copyOf(unreviewed);
    }

    public static Hindrance of(Round round, List<Proposal> all) {
        return new Hindrance(
                all.stream()
                        .filter(it -> it.state() == State.PROPOSED && it.supporters() >= round.supporters())
                        .map(Proposal::number)
                        .toList(),
                all.stream().filter(it -> it.state() == State.FEASIBLE).count());
    }

    public boolean isNone() {
        return unreviewed.isEmpty() && feasible >= FEWEST_CHOICES;
    }

    /// For people to read.
    public String numbers() {
        return unreviewed.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    Map<String, String> facts() {
        return Map.of("unreviewed", numbers(), "feasible", String.valueOf(feasible));
    }
}
