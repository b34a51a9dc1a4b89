package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<String> ALL =
            IntStream.range(0, 450).mapToObj(it -> "item " + it).toList();

    @Test
    void allArePassedOnceAndInOrder() {
        var read = new ArrayList<Object>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            var page = Page.part(ALL, cursor, it -> it, it -> it);
            read.addAll((List<?>) page.get("items"));
            cursor = (String) page.get("next");
            pages++;
        }

        assertThat(read).isEqualTo(ALL);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void whatFitsOnOnePageHasNoNext() {
        assertThat(Page.part(ALL.subList(0, Page.PART), "", it -> it, it -> it).get("next"))
                .isNull();
        assertThat(Page.part(List.<String>of(), "", it -> it, it -> it).get("items"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "", "item 5"})
    void aCursorThatIsNoneAnyMoreIsSaid(String place) {
        assertThatThrownBy(() -> Page.part(
                        ALL, PageCursor.opaque(place) + (place.equals("item 5") ? "x" : "!"), it -> it, it -> it))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.type()).isEqualTo(Refusal.Type.CURSOR));
    }

    @Test
    void aMomentIsKeptToTheMicrosecond() {
        var at = Instant.parse("2026-11-22T08:00:00.123456Z");

        assertThat(TimeCursor.of(PageCursor.opaque(TimeCursor.text(at, "a b")))).isEqualTo(new TimeCursor(at, "a b"));
        assertThat(TimeCursor.of("").at()).isBefore(TimeCursor.latest("").at());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now a", "12", "999999999999999999 a", "-1 a", "12 "})
    void whatIsNoMomentIsSaid(String text) {
        String cursor = PageCursor.opaque(text).isEmpty() ? "AA" : PageCursor.opaque(text);

        assertThatThrownBy(() -> TimeCursor.of(cursor))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.type()).isEqualTo(Refusal.Type.CURSOR));
    }
}
