package org.linli.polls.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who goes first of those that are equal otherwise.
class TieOrderTest {

    private static final List<Project> LANE = List.of(
            new Project("3", 50),
            new Project("10", 20),
            new Project("2", 50),
            new Project("1", 20),
            new Project("4", 5));

    private static final long[] VOTES = {7, 4, 9, 4, 1};

    /// The lots are those of `printf '2026\\0003' | sha256sum` and so on: the smallest goes first.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list                  | 3,10,2,1,4",
                "name                  | 1,10,2,3,4",
                "cost                  | 4,1,10,2,3",
                "cost,list             | 4,10,1,3,2",
                "cost,votes            | 4,1,10,2,3",
                "votes                 | 2,3,1,10,4",
                "votes,list            | 2,3,10,1,4",
                "votes,cost,list       | 2,3,10,1,4",
                "lot=2026              | 3,1,10,2,4",
                "lot=harvest           | 1,2,4,10,3",
                "cost,votes,lot=2026   | 4,1,10,2,3",
                "cost,lot=2026         | 4,1,10,3,2",
                "cost,lot=harvest      | 4,1,10,2,3",
            })
    void theFirstOfTheListThatTellsThemApartDecides(String list, String expected) {
        assertThat(ids(TieOrder.read(list))).isEqualTo(expected);
    }

    @Test
    void moreVotesComeBeforeALotAndLowerCostBeforeBoth() {
        var equal = List.of(new Project("a", 9), new Project("b", 9), new Project("c", 8));
        var order = TieOrder.read("cost,votes,lot=x").of(equal, new long[] {1, 2, 1});

        assertThat(Stream.of(0, 1, 2).sorted(order)).containsExactly(2, 1, 0);
    }

    @Test
    void whereNobodySaysTheCheaperAndThenTheMoreWantedGoesFirst() {
        assertThat(TieOrder.USUAL.written()).isEqualTo("cost,votes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost,votes,lot=2026", "name", "list,lot=a|b"})
    void whatIsWrittenIsReadAgain(String list) {
        assertThat(TieOrder.read(list).written()).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cost,", "age", "lot=", "lot=two words", "lot=a;b", "COST"})
    void whatIsNoListIsRefused(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> TieOrder.read(list));
    }

    private static String ids(TieOrder order) {
        return IntStream.range(0, LANE.size())
                .boxed()
                .sorted(order.of(LANE, VOTES))
                .map(it -> LANE.get(it).id())
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }
}
