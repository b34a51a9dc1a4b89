package org.linli.polls.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Fault;
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

    /// What cannot be read as it was typed, and would otherwise be passed over; empty where everything can. Whether the
    /// ballot is valid says [Paper#fault].
    Optional<Fault> fault() {
        boolean chosen = paper.kind() == BallotKind.ONE || paper.kind() == BallotKind.SEVERAL;
        if (typed(chosen).anyMatch(it -> !NUMBER.matcher(it).matches())) {
            return Optional.of(Fault.UNREADABLE);
        }
        var places = given().stream().map(Placed::place).toList();
        return paper.kind() == BallotKind.RANKED && new HashSet<>(places).size() < places.size()
                ? Optional.of(Fault.SAME_PLACE)
                : Optional.empty();
    }

    private Stream<String> typed(boolean chosen) {
        return chosen
                ? fields.getOrDefault("choice", List.of()).stream()
                : paper.choices().stream().map(this::typed).filter(it -> !it.isEmpty());
    }

    private String typed(Choice choice) {
        String said = fields.getFirst("p" + choice.number());
        return said == null ? "" : said.strip();
    }

    /// What stands beside a choice, to be shown again: 1 for a mark without a number, 0 for none.
    int beside(Choice choice) {
        return switch (paper.kind()) {
            case ONE, SEVERAL -> marks().has(choice.number()) ? 1 : 0;
            case RANKED, POINTS, SCORES ->
                NUMBER.matcher(typed(choice)).matches() ? Integer.parseInt(typed(choice)) : 0;
        };
    }

    /// Names this attempt; empty where the browser did not say.
    Optional<String> send() {
        return Optional.ofNullable(fields.getFirst("send"))
                .filter(it -> SEND.matcher(it).matches());
    }

    private List<Placed> given() {
        return paper.choices().stream()
                .filter(it -> NUMBER.matcher(typed(it)).matches())
                .map(it -> new Placed(Integer.parseInt(typed(it)), it.number()))
                .filter(it -> it.place() > 0)
                .toList();
    }

    @Override
    public String toString() {
        return "BallotForm[]";
    }
}
