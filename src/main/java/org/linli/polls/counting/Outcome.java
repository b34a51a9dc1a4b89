package org.linli.polls.counting;

import java.util.List;

/// Who has won.
///
/// @param winners places in [Election#projects()], in the order in which they were chosen
/// @param ranking best first, equal ones together, where the rule makes one; otherwise empty
/// @param ties what the rule alone could not decide, in the order of the count
/// @param endowment what each voter could spend in the run that decided, in the smallest unit and as a
///            fraction; empty where the rule gives voters no money
public record Outcome(List<Integer> winners, List<List<Integer>> ranking, List<Tie> ties, String endowment) {

    /// @param between projects that were equal
    /// @param chosen the one that [TieOrder] put first
    public record Tie(List<Integer> between, int chosen) {

        public Tie {
            between = List.copyOf(between);
        }
    }

    public Outcome {
        winners = List.copyOf(winners);
        ranking = List.copyOf(ranking);
        ties = List.copyOf(ties);
    }

    static Outcome of(List<Integer> winners, List<Tie> ties) {
        return new Outcome(winners, List.of(), ties, "");
    }

    public long cost(Election election) {
        return winners.stream()
                .mapToLong(it -> election.projects().get(it).cost())
                .sum();
    }
}
