package org.linli.polls.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

/// Writes an election as Pabulib file (.pb): UTF-8, `\n`, cells quoted where they need it, no byte order mark.
///
/// Ballots are sorted by what they say and numbered anew, so nothing tells who cast which or when. What the format has
/// no column for is written into one of our own: `exclusion_group`.
public final class WritePabulib {

    private static final String WITHDRAWN = "999999999";

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
        lines.addAll(projects());
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
            meta.put("categories", caps(_ -> true));
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

    private List<List<String>> projects() {
        var rows = IntStream.range(0, election.projects().size())
                .mapToObj(this::project)
                .toList();
        var columns = rows.isEmpty()
                ? List.of("project_id", "cost")
                : List.copyOf(rows.getFirst().sequencedKeySet());
        var table = new ArrayList<List<String>>();
        table.add(columns);
        rows.forEach(it -> table.add(List.copyOf(it.sequencedValues())));
        return table;
    }

    private SequencedMap<String, String> project(int place) {
        var project = election.projects().get(place);
        var row = new LinkedHashMap<String, String>();
        row.put("project_id", id(project));
        row.put("cost", cost(project));
        row.put("votes", String.valueOf(votes(place)));
        row.put("score", Amounts.written(score(place), election.scales().points()));
        row.put("name", project.name());
        if (!election.limits().caps().isEmpty()) {
            row.put("category", caps(it -> it.projects().contains(place)));
        }
        if (!election.limits().exclusive().isEmpty()) {
            row.put("exclusion_group", groups(place));
        }
        return row;
    }

    private static String id(Project project) {
        if (!project.id().matches("[^\\s,;\"][^,;\"\\n]*")
                || !project.id().equals(project.id().strip())) {
            throw new IllegalArgumentException("'%s' cannot be an id in a list".formatted(project.id()));
        }
        return project.id();
    }

    private String cost(Project project) {
        String cost = project.stands() ? money(project.cost()) : WITHDRAWN;
        if (project.stands() && cost.equals(WITHDRAWN)) {
            throw new IllegalArgumentException("a cost of %s says that a project was withdrawn".formatted(cost));
        }
        return cost;
    }

    private long votes(int place) {
        return election.ballots().entrySet().stream()
                .filter(it -> it.getKey().named().contains(place))
                .mapToLong(it -> it.getValue())
                .sum();
    }

    private long score(int place) {
        return election.ballots().entrySet().stream()
                .mapToLong(it -> it.getValue() * it.getKey().points(place))
                .sum();
    }

    /// Caps have no name here: they are numbered.
    private String caps(Predicate<Election.Cap> which) {
        var caps = election.limits().caps();
        return numbered(caps.size(), it -> which.test(caps.get(it)));
    }

    private String groups(int place) {
        var groups = election.limits().exclusive();
        return numbered(groups.size(), it -> groups.get(it).contains(place));
    }

    private static String numbered(int many, Predicate<Integer> which) {
        return IntStream.range(0, many)
                .boxed()
                .filter(which)
                .map(it -> String.valueOf(it + 1))
                .collect(Collectors.joining(","));
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
