package org.linli.cases.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;
import org.linli.cases.State;
import org.linli.cases.Sunshine;

class InquiryTest {

    @Test
    void mostOfThoseAskedHaveToSayThatItIsNotDone() {
        assertThat(answers(false, null, null).isDisbelieved()).isFalse();
        assertThat(answers(false, true, null).isDisbelieved()).isFalse();
        assertThat(answers(false, false, null).isDisbelieved()).isTrue();
        assertThat(answers(false, false, true).isDisbelieved()).isTrue();
        assertThat(answers(false, null).isDisbelieved()).isFalse();
        assertThat(answers(new @Nullable Boolean[] {false}).isDisbelieved()).isTrue();
        assertThat(new Inquiry(Sunshine.ID, "SU-1", Sunshine.NINE, List.of()).isDisbelieved())
                .isFalse();
    }

    @Test
    void threeAreAskedAndNobodyWhomItConcerns() {
        var chosen = new ChooseNeighbours(file("n1", "n2"), Map.of()).of(neighbours(9));

        assertThat(chosen).hasSize(3).doesNotContain(Sunshine.neighbour("n1"), Sunshine.neighbour("n2"));
        assertThat(new ChooseNeighbours(file("n1", "n2"), Map.of()).of(neighbours(9)))
                .isEqualTo(chosen);
    }

    @Test
    void nobodyIsAskedMoreThanTwiceAWeek() {
        var chosen = new ChooseNeighbours(file("n1"), Map.of("r-n2", 2, "r-n3", 1)).of(neighbours(4));

        assertThat(chosen).containsExactlyInAnyOrder(Sunshine.neighbour("n3"), Sunshine.neighbour("n4"));
    }

    private static Inquiry answers(@Nullable Boolean... said) {
        return new Inquiry(
                Sunshine.ID,
                "SU-1",
                Sunshine.NINE,
                IntStream.range(0, said.length)
                        .mapToObj(i -> new Inquiry.Asked(Sunshine.neighbour("n" + i), said[i]))
                        .toList());
    }

    private static CaseFile file(String supporter, String... others) {
        var all = new ArrayList<>(List.of(supporter));
        all.addAll(List.of(others));
        return new CaseFile(
                Sunshine.in(State.RESOLVED),
                all.stream().map(Sunshine::neighbour).toList(),
                false);
    }

    private static List<Neighbour> neighbours(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> Sunshine.neighbour("n" + i))
                .toList();
    }
}
