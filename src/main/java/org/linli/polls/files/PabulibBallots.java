package org.linli.polls.files;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.polls.counting.Ballot;
import org.linli.polls.files.Sections.Row;

/// The votes of a Pabulib file. A ballot that names a project twice counts it once.
///
/// @param places of projects by their ids
/// @param decimals of points
record PabulibBallots(List<Row> rows, Map<String, String> meta, Map<String, Integer> places, int decimals) {

    PabulibBallots(List<Row> rows, Map<String, String> meta, Map<String, Integer> places) {
        this(
                rows,
                meta,
                places,
                Amounts.decimals(rows.stream()
                        .flatMap(it -> Pabulib.list(it.get("points")).map(point -> Amounts.number(it.line(), point)))));
    }

    /// Whoever votes twice, and a file that was cut off, are refused. One that tells sums alone has no ballots.
    Map<Ballot, Integer> together() {
        var ballots = new Cast();
        var voters = new HashSet<String>();
        for (Row row : rows) {
            if (!voters.add(row.need("voter_id"))) {
                throw BrokenElection.at(row.line(), "voter '%s' is there twice".formatted(row.get("voter_id")));
            }
            if (!row.cells().containsKey("vote")) {
                throw BrokenElection.at(row.line(), "there is no column 'vote'");
            }
            ballots.add(ballot(row), 1, row.line());
        }
        String said = meta.getOrDefault("num_votes", "");
        if (!voters.isEmpty() && said.matches("\\d{1,9}") && Integer.parseInt(said) != voters.size()) {
            throw new BrokenElection("num_votes is %s, but there are %d ballots".formatted(said, voters.size()));
        }
        return ballots.together();
    }

    private Ballot ballot(Row row) {
        var named = Pabulib.list(row.get("vote")).map(it -> place(row, it)).toList();
        return switch (meta.getOrDefault("vote_type", "")) {
            case "approval" -> new Ballot.Approval(named.stream().distinct().toList());
            case "choose-1" -> one(row, named.stream().distinct().toList());
            case "ordinal" -> Ballot.Ranking.strictly(named.stream().distinct().toList());
            case "cumulative", "scoring" -> points(row, named, decimals());
            case String other ->
                throw new BrokenElection(
                        "vote_type '%s', expected approval, choose-1, ordinal, cumulative or scoring".formatted(other));
        };
    }

    private static Ballot one(Row row, List<Integer> named) {
        if (named.size() > 1) {
            throw BrokenElection.at(row.line(), "%d projects, expected one choice".formatted(named.size()));
        }
        return new Ballot.Approval(named);
    }

    private static Ballot points(Row row, List<Integer> named, int decimals) {
        var given = Pabulib.list(row.get("points"))
                .map(it -> Amounts.whole(Amounts.number(row.line(), it), decimals))
                .toList();
        if (given.size() != named.size()) {
            throw BrokenElection.at(row.line(), "%d projects and %d points".formatted(named.size(), given.size()));
        }
        var once = new LinkedHashMap<Integer, Long>();
        for (int i = 0; i < named.size(); i++) {
            once.putIfAbsent(named.get(i), given.get(i));
        }
        return new Ballot.Points(List.copyOf(once.keySet()), List.copyOf(once.values()));
    }

    private int place(Row row, String project) {
        Integer place = places.get(project);
        if (place == null) {
            throw BrokenElection.at(row.line(), "unknown project '%s'".formatted(project));
        }
        return place;
    }
}
