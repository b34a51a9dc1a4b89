package org.linli.polls;

import java.util.List;
import java.util.Map;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.log.Breakdown;

/// How a vote stands, choice by choice: pure.
///
/// @param ballots how many there are
public record Tally(BallotKind kind, int ballots, List<Bar> bars) {

    /// @param votes  ballots that name it
    /// @param points they give it: by places on ranked ballots, the last of three named gets one
    public record Bar(Choice choice, int votes, long points) {}

    public static Tally of(Paper paper, Map<Marks, Integer> ballots) {
        int all = ballots.values().stream().mapToInt(it -> it).sum();
        return new Tally(
                paper.kind(),
                all,
                paper.choices().stream().map(it -> bar(paper, it, ballots)).toList());
    }

    private static Bar bar(Paper paper, Choice choice, Map<Marks, Integer> ballots) {
        int votes = 0;
        long points = 0;
        for (var ballot : ballots.entrySet()) {
            if (ballot.getKey().has(choice.number())) {
                votes += ballot.getValue();
                points += (long) worth(paper.kind(), ballot.getKey(), choice.number()) * ballot.getValue();
            }
        }
        return new Bar(choice, votes, points);
    }

    private static int worth(BallotKind kind, Marks marks, int number) {
        return kind == BallotKind.RANKED ? marks.all().size() - marks.numbers().indexOf(number) : marks.points(number);
    }

    /// Whether so few took part in a secret vote that its numbers would let guess who voted what.
    public boolean betrays(Poll poll) {
        return poll.electorate().frozen() && ballots < Breakdown.FEWEST;
    }

    /// What is longest; at least 1, so that it can be divided by.
    public long longest() {
        return Math.max(1, bars.stream().mapToLong(this::length).max().orElse(1));
    }

    /// By what bars are compared: points where there are any, otherwise votes.
    public long length(Bar bar) {
        return kind == BallotKind.ONE || kind == BallotKind.SEVERAL ? bar.votes() : bar.points();
    }

    /// Those in front, in the order of the paper; empty while nobody has voted.
    public List<Choice> first() {
        return ballots == 0
                ? List.of()
                : bars.stream()
                        .filter(it -> length(it) == longest())
                        .map(Bar::choice)
                        .toList();
    }
}
