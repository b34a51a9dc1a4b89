package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;

class RoundRobinTest {

    /// How much waits where.
    private final NavigableMap<String, Integer> waiting = new TreeMap<>();

    /// Where nothing can be had.
    private final Set<String> taken = new HashSet<>();

    private final AtomicInteger looks = new AtomicInteger();
    private final RoundRobin turns = new RoundRobin(this::look);

    @Test
    void eachHasAnEqualShare() {
        waiting.putAll(Map.of("lime", 100, "poplar", 1, "willow", 100));

        assertThat(round(30)).containsExactly("lime 10", "poplar 1", "willow 10");
    }

    @Test
    void whoIsAloneMayHaveAll() {
        waiting.put("lime", 100);

        assertThat(round(30)).containsExactly("lime 30");
        assertThat(round(30)).containsExactly("lime 30");
    }

    @Test
    void whoHadATurnStandsBehindAllOthers() {
        waiting.putAll(Map.of("elm", 9, "lime", 9, "oak", 9, "poplar", 9, "willow", 9));

        assertThat(List.of(round(2), round(2), round(2)))
                .containsExactly(
                        List.of("elm 1", "lime 1"), List.of("oak 1", "poplar 1"), List.of("willow 1", "elm 1"));
    }

    @Test
    void nobodyHasTwoTurnsInARound() {
        waiting.putAll(Map.of("elm", 9, "lime", 9, "willow", 9));
        round(2);

        assertThat(round(9)).containsExactly("willow 3", "elm 3", "lime 3");
    }

    @Test
    void whereNothingCanBeHadTheNextOnesHaveTheirTurn() {
        IntStream.range(0, 99).forEach(n -> waiting.put("c" + n, 1));
        taken.addAll(waiting.keySet());
        waiting.put("willow", 1);

        assertThat(round(9)).containsExactly("willow 1");
    }

    @Test
    void whereNothingCanBeHadAtAllTheRoundEnds() {
        IntStream.range(0, 99).forEach(n -> waiting.put("c" + n, 100));
        taken.addAll(waiting.keySet());

        assertThat(round(9)).isEmpty();
    }

    @Test
    void itIsSaidWhetherOthersAreLeft() {
        IntStream.range(0, 40).forEach(n -> waiting.put("c" + n, 1));

        var first = result(turns.claim(256, this::share));
        assertThat(first.claimed()).hasSize(32);
        assertThat(first.others()).isTrue();
        var rest = result(turns.claim(256, this::share));
        assertThat(rest.claimed()).hasSize(8);
        assertThat(rest.others()).isFalse();
    }

    @Test
    void whatWaitsInAStormCostsOneLook() {
        waiting.putAll(Map.of("elm", 1, "lime", 1_000_000, "willow", 1));

        assertThat(round(9)).containsExactly("elm 1", "lime 3", "willow 1");
        assertThat(looks).hasValue(2);
    }

    @Test
    void aQuietCircleCostsOneLook() {
        assertThat(round(9)).isEmpty();
        waiting.put("lime", 1);
        assertThat(round(9)).containsExactly("lime 1");
        waiting.put("lime", 1);
        assertThat(round(9)).containsExactly("lime 1");

        assertThat(looks).hasValue(3);
    }

    @Test
    void aStormInTheOnlyCommunityEnds() {
        waiting.put("lime", 1_000_000);
        taken.add("lime");

        assertThat(round(9)).isEmpty();
        assertThat(looks).hasValue(2);
    }

    /// Whatever waits where, everybody has had a turn after as many rounds as it takes.
    @Property
    void nobodyIsPassedOver(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 200) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 40) int most) {
        for (int n = 0; n < amounts.size(); n++) {
            waiting.put("c" + n, amounts.get(n));
        }
        var everybody = Set.copyOf(waiting.keySet());
        int rounds = Math.ceilDiv(everybody.size(), Math.min(most, 32));

        var had = new ArrayList<String>();
        IntStream.range(0, rounds)
                .forEach(_ -> had.addAll(
                        round(most).stream().map(it -> it.split(" ")[0]).toList()));

        assertThat(new HashSet<>(had)).isEqualTo(everybody);
    }

    private List<String> round(int most) {
        var had = new TreeMap<String, Integer>();
        var order = new ArrayList<String>();
        result(turns.claim(most, (community, communities) -> share(community, most / communities)))
                .claimed()
                .forEach(it -> {
                    if (had.merge(it, 1, Integer::sum) == 1) {
                        order.add(it);
                    }
                });
        return order.stream().map(it -> it + " " + had.get(it)).toList();
    }

    private Flux<String> look(String behind) {
        looks.incrementAndGet();
        var circle = Stream.of(waiting.tailMap(behind, false), waiting.headMap(behind, true));
        return Flux.fromStream(circle.flatMap(it -> it.entrySet().stream())
                .flatMap(it -> Collections.nCopies(Math.min(it.getValue(), RoundRobin.ROWS), it.getKey()).stream())
                .limit(RoundRobin.ROWS));
    }

    private Flux<String> share(CommunityId community, int most) {
        String name = community.value();
        if (taken.contains(name)) {
            return Flux.empty();
        }
        int had = Math.min(most, waiting.getOrDefault(name, 0));
        waiting.computeIfPresent(name, (_, left) -> left == had ? null : left - had);
        return Flux.fromIterable(Collections.nCopies(had, name));
    }
}
