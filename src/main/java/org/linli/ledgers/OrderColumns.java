package org.linli.ledgers;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskFilter;
import org.linli.platform.database.CommunityId;

/// How an order stands in its row.
final class OrderColumns {

    private OrderColumns() {}

    static Order read(Readable row) {
        LocalDate month = row.get("month", LocalDate.class);
        return new Order(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                Order.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                text(row, "asked_by"),
                instant(row, "asked_at"),
                new DeskFilter(
                        text(row, "state"),
                        text(row, "unit"),
                        text(row, "label"),
                        Boolean.TRUE.equals(row.get("late", Boolean.class)),
                        text(row, "words"),
                        text(row, "whose"),
                        text(row, "priority")),
                month == null ? null : YearMonth.from(month),
                integer(row, "rows_done"),
                state(row),
                why(row));
    }

    private static Order.State state(Readable row) {
        if (row.get("done_at") != null) {
            return Order.State.DONE;
        }
        return row.get("failed_at") != null ? Order.State.FAILED : Order.State.WAITING;
    }

    private static Order.@Nullable Why why(Readable row) {
        String why = row.get("why", String.class);
        return why == null ? null : Order.Why.valueOf(why);
    }
}
