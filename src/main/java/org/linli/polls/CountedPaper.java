package org.linli.polls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.files.BallotText;

/// What a ballot paper means to those who count: pure. The number of a choice is the id of its project.
public record CountedPaper(Paper paper) {

    /// @param ballots equal ones together
    public Election election(Map<Marks, Integer> ballots, long budget) {
        var counted = new LinkedHashMap<Ballot, Integer>();
        ballots.forEach((marks, times) -> counted.merge(ballot(marks), times, Integer::sum));
        return new Election(projects(), budget, 1, counted, Election.Limits.NONE, Election.Scales.WHOLE);
    }

    /// As the published file writes a ballot, and receipts hold it.
    public String line(Marks marks) {
        return BallotText.of(ballot(marks), projects(), 0).line();
    }

    private List<Project> projects() {
        return paper.choices().stream()
                .map(it -> new Project(String.valueOf(it.number()), it.name(), it.cost(), true))
                .toList();
    }

    private Ballot ballot(Marks marks) {
        return switch (paper.kind()) {
            case ONE, SEVERAL ->
                new Ballot.Approval(places(marks).stream().sorted().toList());
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
