package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.polls.counting.PublishedElections.json;
import static org.linli.polls.counting.PublishedElections.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// What another program made of real rankings.
class RankedReferenceTest {

    private static final Map<Rule, String> METHODS = Map.of(
            Rule.BORDA, "BordaCount",
            Rule.COPELAND, "Copeland",
            Rule.MINIMAX, "Minimax Winning",
            Rule.MINIMAX_MARGIN, "Minimax Margin",
            Rule.SCHULZE, "Schulze Winning",
            Rule.SCHULZE_MARGIN, "Schulze Margin",
            Rule.RANKED_PAIRS, "Ranked Pairs Winning",
            Rule.RANKED_PAIRS_MARGIN, "Ranked Pairs Margin",
            Rule.IRV, "Instant-runoff");

    /// The other program tells last ones apart by comparing them in pairs; here they fall out together.
    private static final Set<String> OTHERWISE_IRV = Set.of("A26");

    @TestFactory
    Stream<DynamicTest> othersRankTheSame() {
        PublishedElections.orSkip();
        return json("ranked_reference.json")
                .propertyStream()
                .flatMap(file -> METHODS.keySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                file.getKey() + ", " + rule.word(),
                                () -> assertSame(file.getKey(), rule, file.getValue()))));
    }

    private static void assertSame(String file, Rule rule, JsonNode reference) {
        var election = read("ranked", file + ".cvotes");
        var told =
                reference.path("implicit").path(METHODS.getOrDefault(rule, "")).asString();
        var ranking = rule.count(election, Settings.usual(election)).ranking().stream()
                .map(equal -> new TreeSet<>(equal.stream()
                        .map(it -> election.projects().get(it).id())
                        .toList()))
                .toList();
        var expected = classes(told);
        if (rule != Rule.IRV) {
            assertThat(ranking).isEqualTo(expected);
        } else if (!OTHERWISE_IRV.contains(file)) {
            assertThat(ranking.getFirst()).isEqualTo(expected.getFirst());
        }
    }

    private static List<TreeSet<String>> classes(String told) {
        return Arrays.stream(told.split(" > "))
                .map(it -> new TreeSet<>(List.of(it.split(" = "))))
                .toList();
    }
}
