package org.linli.polls.rounds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.Settings.Start;
import org.linli.polls.counting.Utility;

/// Counts the ballots of a round by its declared rules: pure, and the same whatever the order of ballots.
public record CountBallots(Rules rules, Paper paper) {

    /// @param ballots equal ones together
    public Election election(Map<Marks, Integer> ballots) {
        var counted = new LinkedHashMap<Ballot, Integer>();
        ballots.forEach((marks, times) -> counted.merge(ballot(marks), times, Integer::sum));
        return new Election(
                paper.choices().stream()
                        .map(it -> new Project(String.valueOf(it.number()), it.name(), it.cost(), true))
                        .toList(),
                rules.budget(),
                1,
                counted,
                Election.Limits.NONE,
                Election.Scales.WHOLE);
    }

    public Outcome count(Election election) {
        var settings =
                new Settings(Utility.usual(election), rules.completion(), Start.FLOOR, false, false, 1, rules.ties());
        return rules.rule().count(election, settings);
    }

    private Ballot ballot(Marks marks) {
        return switch (paper.kind()) {
            case ONE, SEVERAL -> new Ballot.Approval(places(marks));
            case RANKED -> Ballot.Ranking.strictly(places(marks));
            case POINTS, SCORES ->
                points(new Marks(
                        marks.all().stream().filter(it -> it.points() > 0).toList()));
        };
    }

    private Ballot points(Marks given) {
        return new Ballot.Points(
                places(given),
                given.all().stream().map(it -> (long) it.points()).toList());
    }

    private List<Integer> places(Marks marks) {
        var order = paper.choices().stream().map(Choice::number).toList();
        return marks.numbers().stream().map(order::indexOf).toList();
    }
}
