package org.linli.polls.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;

/// Writes an election as Pabulib file (.pb): UTF-8, `\n`, cells quoted where they need it, no byte order mark.
///
/// Ballots are sorted by what they say and numbered anew, so nothing tells who cast which or when. What the format has
/// no column for is written into one of our own: `exclusion_group`.
public final class WritePabulib {

    private final Election election;
    private final Heading heading;
    private final List<BallotText> ballots;

    private WritePabulib(Election election, Heading heading) {
        this.election = election;
        this.heading = heading;
        this.ballots = sorted(election);
    }

    /// Throws `IllegalArgumentException` where the format cannot hold the election: no budget, equal ranks, an id with
    /// a comma.
    public static String text(Election election, Heading heading) {
        var it = new WritePabulib(election, heading);
        return it.whole(it.ballots);
    }

    /// The same without a ballot, only what they add up to.
    public static String tallies(Election election, Heading heading) {
        return new WritePabulib(election, heading).whole(List.of());
    }

    private static List<BallotText> sorted(Election election) {
        return election.ballots().entrySet().stream()
                .flatMap(it -> IntStream.range(0, it.getValue()).mapToObj(_ -> text(it.getKey(), election)))
                .sorted()
                .toList();
    }

    private static BallotText text(Ballot ballot, Election election) {
        return BallotText.of(ballot, election.projects(), election.scales().points());
    }

    private String whole(List<BallotText> votes) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("META"));
        lines.add(List.of("key", "value"));
        meta().forEach((key, value) -> lines.add(List.of(key, value)));
        lines.add(List.of("PROJECTS"));
        lines.addAll(new PabulibProjects(election).table());
        lines.add(List.of("VOTES"));
        lines.addAll(voters(votes));
        return lines.stream()
                .map(it -> it.stream().map(WritePabulib::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cell(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.matches(".*[;\"].*") ? '"' + line.replace("\"", "\"\"") + '"' : line;
    }

    private Map<String, String> meta() {
        var meta = new LinkedHashMap<String, String>();
        meta.put("description", heading.description());
        meta.put("country", "China");
        meta.put("unit", heading.unit());
        meta.put("instance", heading.instance());
        meta.put("num_projects", String.valueOf(election.projects().size()));
        meta.put("num_votes", String.valueOf(ballots.size()));
        meta.put("budget", money(election.money().orElseThrow(() -> new IllegalArgumentException("no budget"))));
        meta.put("vote_type", kind());
        meta.put("rule", heading.rule());
        meta.put("date_begin", heading.firstDay());
        meta.put("date_end", heading.lastDay());
        meta.put("language", "zh");
        meta.put("currency", "CNY");
        var threshold = election.scales().threshold();
        if (threshold != null) {
            meta.put("min_project_score_threshold", threshold.toPlainString());
        }
        var caps = election.limits().caps();
        if (!caps.isEmpty()) {
            meta.put("categories", PabulibProjects.numbered(caps.size(), _ -> true));
            meta.put(
                    "budget_per_category",
                    caps.stream().map(it -> money(it.most())).collect(Collectors.joining(",")));
        }
        return meta;
    }

    private String kind() {
        return election.anyBallot()
                .map(it -> switch (it) {
                    case Ballot.Approval _ -> "approval";
                    case Ballot.Points _ -> "scoring";
                    case Ballot.Ranking _ -> "ordinal";
                })
                .orElse("approval");
    }

    private static List<List<String>> voters(List<BallotText> ballots) {
        boolean points = ballots.stream().anyMatch(it -> !it.points().isEmpty());
        var table = new ArrayList<List<String>>();
        table.add(points ? List.of("voter_id", "vote", "points") : List.of("voter_id", "vote"));
        for (BallotText it : ballots) {
            String number = String.valueOf(table.size());
            table.add(points ? List.of(number, it.vote(), it.points()) : List.of(number, it.vote()));
        }
        return table;
    }

    private String money(long smallest) {
        return Amounts.written(smallest, election.scales().money());
    }
}
