package org.linli.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.cases.Pictures;
import org.linli.hotline.AnsweredOrder.Named;

/// Which pictures go into a file is decided by their sizes, before any of them is read.
class AnsweredOrderTest {

    @Test
    void picturesAreTakenFromTheFirstOnAsLongAsThereIsRoom() {
        var fitting = AnsweredOrder.fitting(List.of(order("H-1", 30, 30), order("H-2", 50), order("H-3", 10)), 100);

        assertThat(fitting.stream().map(it -> it.pictures().size())).containsExactly(2, 0, 0);
        assertThat(fitting.stream().map(AnsweredOrder::left)).containsExactly(0, 1, 1);
    }

    @Test
    void whatFitsExactlyIsTaken() {
        assertThat(AnsweredOrder.fitting(List.of(order("H-1", 60, 40)), 100))
                .singleElement()
                .satisfies(it -> assertThat(it.left()).isZero());
    }

    @Test
    void eachPictureHasANameOfItsOwnWhateverTheOrderIsCalled() {
        assertThat(named("H/1", "image/png")).startsWith("pictures/H_1-").endsWith("-1.png");
        assertThat(named("H-1", "image/jpeg")).isEqualTo("pictures/H-1-1.jpg");
        assertThat(named("H/1", "image/webp")).isNotEqualTo(named("H?1", "image/webp"));
    }

    private static String named(String order, String type) {
        return Named.of(order, 1, new Pictures.Measured(new UUID(0, 1), type, 5))
                .name();
    }

    private static AnsweredOrder order(String number, long... sizes) {
        var pictures = Arrays.stream(sizes)
                .mapToObj(it -> new Named(UUID.randomUUID(), number, it))
                .toList();
        return new AnsweredOrder(List.of(number), pictures, 0);
    }
}
