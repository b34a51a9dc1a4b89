package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.counting.Rule;
import org.linli.polls.files.ReadElection;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// `polls count FILE --rule R`: prints the outcome as one JSON object on one line.
final class Count {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final PrintStream out;

    Count(PrintStream out) {
        this.out = out;
    }

    void run(List<String> arguments) throws IOException {
        Polls.requireFile(arguments);
        var choices = new Choices(arguments.subList(1, arguments.size()));
        var rule = choices.rule();
        var election = election(arguments.getFirst(), choices);
        out.println(JSON.writeValueAsString(told(election, rule, counted(election, rule, choices))));
    }

    /// As it is to be counted.
    static Election election(String file, Choices choices) throws IOException {
        var read = choices.applied(read(file));
        return choices.has("--leave-out-below-share") ? read.without(belowShare(read)) : read;
    }

    private static Election read(String file) throws IOException {
        return ReadElection.from(Polls.existing(file));
    }

    static Outcome counted(Election election, Rule rule, Choices choices) {
        try {
            return rule.count(election, choices.settings(election));
        } catch (IllegalArgumentException cannot) {
            throw new WrongArguments("'%s' cannot count this: %s".formatted(rule.word(), cannot.getMessage()));
        } catch (ArithmeticException tooLarge) {
            throw new WrongArguments("'%s' cannot count this: its numbers are too large".formatted(rule.word()));
        }
    }

    /// Votes per voter against cost per three budgets: Świecie's condition for taking part in the count.
    private static Set<Integer> belowShare(Election election) {
        long budget = election.money().orElseThrow(() -> new WrongArguments("there is no budget in this file"));
        return IntStream.range(0, election.projects().size())
                .filter(it -> BigInteger.valueOf(votes(election, it))
                                .multiply(BigInteger.valueOf(3))
                                .multiply(BigInteger.valueOf(budget))
                                .compareTo(BigInteger.valueOf(
                                                election.projects().get(it).cost())
                                        .multiply(BigInteger.valueOf(election.voters())))
                        < 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static long votes(Election election, int project) {
        return election.ballots().entrySet().stream()
                .filter(it -> it.getKey().named().contains(project))
                .mapToLong(it -> it.getValue())
                .sum();
    }

    private static LinkedHashMap<String, Object> told(Election election, Rule rule, Outcome outcome) {
        var told = new LinkedHashMap<String, Object>();
        told.put("rule", rule.word());
        told.put("winners", ids(election, outcome.winners()));
        if (!outcome.ranking().isEmpty()) {
            told.put(
                    "ranking",
                    outcome.ranking().stream().map(it -> ids(election, it)).toList());
        }
        long cost = outcome.cost(election);
        told.put("cost", election.amount(cost));
        told.put(
                "left",
                election.money().isPresent() ? election.amount(election.money().getAsLong() - cost) : BigDecimal.ZERO);
        if (!outcome.endowment().isEmpty()) {
            told.put("endowment", outcome.endowment());
        }
        told.put("ties", outcome.ties().stream().map(it -> tie(election, it)).toList());
        return told;
    }

    private static LinkedHashMap<String, Object> tie(Election election, Outcome.Tie tie) {
        var told = new LinkedHashMap<String, Object>();
        told.put("between", ids(election, tie.between()));
        told.put("chosen", election.projects().get(tie.chosen()).id());
        return told;
    }

    static List<String> ids(Election election, List<Integer> places) {
        return places.stream().map(it -> election.projects().get(it).id()).toList();
    }
}
