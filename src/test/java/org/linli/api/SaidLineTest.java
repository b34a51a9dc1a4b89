package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.dialogue.extract.Exchanged;

/// Lines that arrived in the same millisecond are told apart, also where a page ends between them.
class SaidLineTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.123Z");

    @Test
    void whatIsSaidAtTheSameTimeHasAPlaceOfItsOwn() {
        var lines = SaidLine.of(List.of(said(NINE), said(NINE), said(NINE.plusNanos(5_000)), said(NINE.plusMillis(1))));

        assertThat(lines).extracting(SaidLine::nth).containsExactly(0, 1, 2, 0);
        assertThat(lines).extracting(SaidLine::place).doesNotHaveDuplicates();
    }

    @Test
    void aPageThatEndsBetweenThemMissesNone() {
        var lines = SaidLine.of(Collections.nCopies(Page.PART + 3, said(NINE)));
        var first = Page.part(lines, "", SaidLine::nth, SaidLine::place);

        var second = Page.part(lines, String.valueOf(first.get("next")), SaidLine::nth, SaidLine::place);

        assertThat(second.get("items")).isEqualTo(List.of(Page.PART, Page.PART + 1, Page.PART + 2));
    }

    private static Exchanged said(Instant at) {
        return new Exchanged(at, Address.parse("webchat:lm:person:su"), "电梯坏了", List.of());
    }
}
