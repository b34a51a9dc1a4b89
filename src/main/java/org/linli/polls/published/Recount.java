package org.linli.polls.published;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Utility;
import org.linli.polls.files.BallotText;
import org.linli.polls.files.BrokenElection;
import org.linli.polls.files.ReadElection;
import org.linli.polls.log.Level;

/// A published election, counted once more.
///
/// @param sums votes of each project, as published
/// @param isPossible whether what was published is enough to count
record Recount(Ledger ledger, Election election, List<Long> sums, boolean isPossible, List<String> winners) {

    /// Of approvals these look at sums alone.
    private static final Set<Rule> BY_SUMS = EnumSet.of(Rule.GREEDY, Rule.GREEDY_THRESHOLD, Rule.GREEDY_NO_SKIP);

    /// Throws `IllegalArgumentException` where the election cannot be read or counted.
    static Recount of(Ledger ledger) {
        try {
            var election = ReadElection.pabulib(ledger.election());
            var sums = ReadElection.pabulibVotes(ledger.election());
            boolean shown = ledger.shown() != Level.TALLIES;
            boolean possible = shown || isBySums(ledger.declared()) && !sums.isEmpty();
            var counted = shown ? election : ofSums(election, sums);
            return new Recount(ledger, election, sums, possible, possible ? winners(ledger, counted) : List.of());
        } catch (BrokenElection broken) {
            throw new IllegalArgumentException(broken.getMessage(), broken);
        }
    }

    private static boolean isBySums(Declared declared) {
        var utility = declared.settings().utility();
        return BY_SUMS.contains(declared.rule()) && (utility == Utility.COST || utility == Utility.CARDINALITY);
    }

    /// An election with the same sums: everybody in it wants one thing.
    private static Election ofSums(Election election, List<Long> sums) {
        var ballots = new LinkedHashMap<Ballot, Integer>();
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i) > 0) {
                ballots.put(new Ballot.Approval(List.of(i)), Math.toIntExact(sums.get(i)));
            }
        }
        return new Election(
                election.projects(),
                election.budget(),
                election.seats(),
                ballots,
                election.limits(),
                election.scales());
    }

    private static List<String> winners(Ledger ledger, Election election) {
        var declared = ledger.declared();
        return declared.rule().count(declared.bounds().on(election), declared.settings()).winners().stream()
                .map(it -> election.projects().get(it).id())
                .toList();
    }

    /// What each ballot says, sorted.
    List<String> ballots() {
        var all = new ArrayList<String>();
        election.ballots().forEach((ballot, times) -> {
            String line = BallotText.of(
                            ballot, election.projects(), election.scales().points())
                    .line();
            IntStream.range(0, times).forEach(_ -> all.add(line));
        });
        return all.stream().sorted().toList();
    }

    boolean sumsAgree() {
        if (sums.isEmpty() || ledger.shown() == Level.TALLIES) {
            return true;
        }
        return IntStream.range(0, sums.size())
                .allMatch(project -> sums.get(project)
                        == election.ballots().entrySet().stream()
                                .filter(it -> it.getKey().named().contains(project))
                                .mapToLong(it -> it.getValue())
                                .sum());
    }

    boolean agrees() {
        return !isPossible || winners.equals(ledger.winners());
    }
}
