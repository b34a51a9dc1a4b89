package org.linli.polls.rounds;

import java.util.List;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.explaining.ExplainLosses;
import org.linli.polls.explaining.LossWords;
import org.linli.polls.laboratory.Laboratory;
import org.linli.polls.laboratory.Trial;
import org.linli.polls.rounds.Explanation.Lost;
import org.linli.polls.rounds.Explanation.Other;

/// Works out an [Explanation] by counting again with small changes and by other rules: pure, and slow.
final class WorkOut {

    private static final LossWords WORDS = new LossWords();

    private WorkOut() {}

    static Explanation of(CountBallots count, Election election) {
        var explain = new ExplainLosses(election, count.rules().rule(), count.settings());
        var losses = explain.losses()
                .map(it ->
                        new Lost(number(election, it.project()), WORDS.told(election, it, explain.votes(it.project()))))
                .toList();
        return new Explanation(losses, others(election, count.rules().ties(), 1));
    }

    /// What each rule that could be declared chooses.
    ///
    /// @param increment by which shares are raised, see [org.linli.polls.counting.Settings]
    static List<Other> others(Election election, TieOrder ties, long increment) {
        return new Laboratory(election)
                .results(Trial.usual(election, ties, increment))
                .map(it -> new Other(
                        key(it.trial().name()),
                        it.outcome().winners().stream()
                                .map(project -> number(election, project))
                                .toList(),
                        it.cost(),
                        it.without()))
                .toList();
    }

    /// `equal shares, add1u` is `equal-shares-add1u`.
    static String key(String trial) {
        return trial.replaceAll("[^a-z0-9]+", "-");
    }

    private static int number(Election election, int project) {
        return Integer.parseInt(election.projects().get(project).id());
    }
}
