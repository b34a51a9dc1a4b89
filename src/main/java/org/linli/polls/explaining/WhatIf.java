package org.linli.polls.explaining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;

/// An election with one thing changed.
record WhatIf(Election election, Rule rule, Settings settings, int project) {

    /// So many more people who want this project and nothing else.
    boolean winsWith(long voters) {
        var ballots = new LinkedHashMap<>(election.ballots());
        ballots.merge(alone(), Math.toIntExact(voters), Integer::sum);
        return wins(with(election.projects(), ballots));
    }

    /// In the smallest unit of money.
    boolean winsAt(long cost) {
        var projects = new ArrayList<>(election.projects());
        var it = projects.get(project);
        projects.set(project, new Project(it.id(), it.name(), cost, it.stands()));
        return wins(with(projects, election.ballots()));
    }

    private boolean wins(Election changed) {
        return rule.count(changed, settings).winners().contains(project);
    }

    private Election with(List<Project> projects, Map<Ballot, Integer> ballots) {
        return new Election(
                projects, election.budget(), election.seats(), ballots, election.limits(), election.scales());
    }

    /// With points: as many as anybody gave to anything.
    private Ballot alone() {
        return switch (election.anyBallot().orElse(new Ballot.Approval(List.of()))) {
            case Ballot.Approval _ -> new Ballot.Approval(List.of(project));
            case Ballot.Ranking _ -> Ballot.Ranking.strictly(List.of(project));
            case Ballot.Points _ -> new Ballot.Points(List.of(project), List.of(mostPoints()));
        };
    }

    private long mostPoints() {
        return election.ballots().keySet().stream()
                .flatMap(it -> it.named().stream().map(it::points))
                .mapToLong(it -> it)
                .max()
                .orElse(1);
    }
}
