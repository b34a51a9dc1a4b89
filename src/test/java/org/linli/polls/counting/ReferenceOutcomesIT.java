package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.polls.counting.PublishedElections.json;
import static org.linli.polls.counting.PublishedElections.read;
import static org.linli.polls.counting.PublishedElections.strings;
import static org.linli.polls.counting.PublishedElections.winners;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.linli.WhileThereIsTime;
import org.linli.polls.counting.TieOrder.Criterion.Known;
import tools.jackson.databind.JsonNode;

/// What independent programs made of real elections: the same winners in the same order.
@Tag("long")
@Order(WhileThereIsTime.LAST)
class ReferenceOutcomesIT {

    private static final Map<String, Utility> UTILITIES = Map.of(
            "Cost_Sat", Utility.COST,
            "Cardinality_Sat", Utility.CARDINALITY,
            "Additive_Cardinal_Sat", Utility.POINTS,
            "custom:points*cost", Utility.POINTS_TIMES_COST,
            "custom:(len-pos)", Utility.RANK,
            "custom:(len-pos)*cost", Utility.RANK_TIMES_COST,
            "-", Utility.COST);

    @TestFactory
    Stream<DynamicTest> othersCountTheSame() {
        PublishedElections.orSkip();
        return json("reference.json")
                .path("outcomes")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(it -> it.has("winners")
                        && UTILITIES.containsKey(it.path("sat").asString()))
                .map(it -> DynamicTest.dynamicTest(name(it), () -> assertSame(it)));
    }

    private static String name(JsonNode reference) {
        return Stream.of("instance", "rule", "sat", "tie", "start", "stop")
                .map(it -> reference.path(it).asString(""))
                .filter(it -> !it.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private static void assertSame(JsonNode reference) {
        var election =
                withoutLimits(read("elections", reference.path("instance").asString()));
        String rule = reference.path("rule").asString();
        var outcome = rule(rule).count(election, settings(reference));
        if (rule.equals("sequential_phragmen")) {
            assertThat(strings(reference.path("winners"))).containsAll(winners(election, outcome));
        } else {
            assertThat(winners(election, outcome)).isEqualTo(strings(reference.path("winners")));
        }
    }

    /// The others know no caps.
    private static Election withoutLimits(Election it) {
        return new Election(it.projects(), it.budget(), it.seats(), it.ballots(), Election.Limits.NONE, it.scales());
    }

    private static Rule rule(String named) {
        return switch (named) {
            case "greedy" -> Rule.GREEDY;
            case "sequential_phragmen" -> Rule.PHRAGMEN;
            default -> Rule.EQUAL_SHARES;
        };
    }

    private static Settings settings(JsonNode reference) {
        var completion = switch (reference.path("rule").asString()) {
            case "mes+add1" -> Completion.ADD1;
            case "mes+add1u" -> Completion.ADD1U;
            case "mes+utilitarian" -> Completion.UTILITARIAN;
            default -> Completion.NONE;
        };
        return new Settings(
                UTILITIES.getOrDefault(reference.path("sat").asString(), Utility.COST),
                completion,
                reference.path("start").asString("").startsWith("int") ? Settings.Start.FLOOR : Settings.Start.EXACT,
                exhaustive(reference),
                false,
                1,
                ties(reference));
    }

    private static boolean exhaustive(JsonNode reference) {
        return !reference.has("stop") || reference.path("stop").asString().contains("exhaust");
    }

    private static TieOrder ties(JsonNode reference) {
        return reference.path("tie").asString("").startsWith("minCost")
                ? new TieOrder(List.of(Known.COST, Known.VOTES, Known.NAME))
                : new TieOrder(List.of(Known.NAME));
    }
}
