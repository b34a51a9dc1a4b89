package org.linli.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One page of the desk's list, the earliest deadline first.
///
/// @param next  where the next page begins; empty on the last one. It names a row and not a count, so that cases that
///              come and go meanwhile move nothing from one page to the other
/// @param total how many there are on all pages; more than `most` are not counted
/// @param late  how many of them are overdue; as `total`
public record DeskPage(List<Row> rows, Optional<Cursor> next, long total, long late, int most) {

    /// Nobody compares larger numbers, and counting them would take longer than the rest of the page.
    public static final int MOST_COUNTED = 10_000;

    /// Of what is found by words, or stands in one of many columns.
    public static final int FEW_COUNTED = 1_000;

    public DeskPage {
        rows = List.copyOf(rows);
    }

    /// @param supporters how many neighbours joined
    /// @param urged      how often it was pressed for
    public record Row(Case it, int supporters, int urged) {}

    /// The same with these rows before all others on the first page, and on no page again.
    DeskPage after(List<Row> first, Cursor from) {
        var numbers = first.stream().map(row -> row.it().number()).toList();
        var others = rows.stream().filter(row -> !numbers.contains(row.it().number()));
        var shown = from.equals(Cursor.START) ? Stream.concat(first.stream(), others) : others;
        return new DeskPage(shown.toList(), next, total, late, most);
    }

    /// The last row of a page.
    public record Cursor(Instant dueAt, String number) {

        public static final Cursor START = new Cursor(Instant.EPOCH, "");

        static Cursor of(Case it) {
            return new Cursor(it.care().dueAt(), it.number());
        }

        public String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, dueAt) + "~" + number;
        }

        /// The start for whatever is no cursor.
        public static Cursor parse(@Nullable String text) {
            if (text == null || !text.matches("\\d{1,17}~[A-Z0-9-]{1,40}")) {
                return START;
            }
            int cut = text.indexOf('~');
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, cut)), ChronoUnit.MICROS),
                    text.substring(cut + 1));
        }
    }
}
