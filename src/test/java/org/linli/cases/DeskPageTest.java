package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linli.cases.DeskPage.Cursor;
import org.linli.cases.DeskPage.Row;

class DeskPageTest {

    private static final Row EMERGENCY = new Row(Sunshine.liftCase(), 0, 0);
    private static final Row OLD = row("SU-2026-000002");

    @Test
    void emergenciesStandOnTopOfTheFirstPageAndNowhereElse() {
        assertThat(page(OLD, EMERGENCY).after(List.of(EMERGENCY), Cursor.START).rows())
                .containsExactly(EMERGENCY, OLD);
        assertThat(page(OLD, EMERGENCY)
                        .after(List.of(EMERGENCY), Cursor.of(OLD.it()))
                        .rows())
                .containsExactly(OLD);
    }

    @Test
    void theRestOfThePageStaysAsItWas() {
        var page = page(OLD).after(List.of(EMERGENCY), Cursor.START);

        assertThat(page.total()).isEqualTo(7);
        assertThat(page.next()).contains(Cursor.of(OLD.it()));
    }

    private static DeskPage page(Row... rows) {
        return new DeskPage(List.of(rows), Optional.of(Cursor.of(OLD.it())), 7, 1, 10);
    }

    private static Row row(String number) {
        var it = Sunshine.liftCase();
        return new Row(
                new Case(
                        it.community(),
                        number,
                        it.course(),
                        it.problem(),
                        it.reporter(),
                        it.state(),
                        it.care(),
                        it.openedAt(),
                        null,
                        null,
                        1),
                0,
                0);
    }
}
