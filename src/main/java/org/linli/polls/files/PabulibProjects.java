package org.linli.polls.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Project;

/// The projects of a Pabulib file, with what they got.
record PabulibProjects(Election election) {

    private static final String WITHDRAWN = "999999999";

    /// The names of the columns first.
    List<List<String>> table() {
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

    static String numbered(int many, Predicate<Integer> which) {
        return IntStream.range(0, many)
                .boxed()
                .filter(which)
                .map(it -> String.valueOf(it + 1))
                .collect(Collectors.joining(","));
    }

    private String money(long smallest) {
        return Amounts.written(smallest, election.scales().money());
    }
}
