package org.linli.polls.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.springframework.util.MultiValueMap;

/// Reads a ballot paper as a browser hands it in: `choice=3&choice=5`, or `p3=1&p5=2` where marks carry numbers.
record BallotForm(Paper paper, MultiValueMap<String, String> fields) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern SEND = Pattern.compile("[0-9a-zA-Z-]{8,64}");

    /// What a mark on a ranked paper says besides its place.
    private record Placed(int place, int number) {}

    Marks marks() {
        return switch (paper.kind()) {
            case ONE, SEVERAL ->
                Marks.of(fields.getOrDefault("choice", List.of()).stream()
                        .filter(it -> NUMBER.matcher(it).matches())
                        .map(Integer::valueOf)
                        .distinct()
                        .toList());
            case RANKED ->
                Marks.of(given().stream()
                        .sorted(Comparator.comparingInt(Placed::place))
                        .map(Placed::number)
                        .toList());
            case POINTS, SCORES ->
                new Marks(given().stream()
                        .map(it -> new Mark(it.number(), it.place()))
                        .toList());
        };
    }

    /// Names this attempt; empty where the browser did not say.
    Optional<String> send() {
        return Optional.ofNullable(fields.getFirst("send"))
                .filter(it -> SEND.matcher(it).matches());
    }

    private List<Placed> given() {
        var all = new ArrayList<Placed>();
        for (Choice choice : paper.choices()) {
            String said = fields.getFirst("p" + choice.number());
            if (said != null && NUMBER.matcher(said.strip()).matches()) {
                int points = Integer.parseInt(said.strip());
                if (points > 0) {
                    all.add(new Placed(points, choice.number()));
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "BallotForm[]";
    }
}
