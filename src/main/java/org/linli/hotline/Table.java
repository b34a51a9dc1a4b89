package org.linli.hotline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.linli.platform.bodies.Unpacked;

/// The first sheet of an .xlsx file as texts: pure. Dates are what Excel makes of them, days since 1899.
///
/// @param head  the number of the row in which the columns are named: titles and dates may stand above it
/// @param heads of the columns
public record Table(int head, List<String> heads, List<Row> rows) {

    public static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 200;

    /// So many rows that are not empty are looked at for the names of columns.
    private static final int FIRST_ROWS = 10;

    /// No sentence, no date, no number of an order: `受理时间`.
    private static final Pattern NAME = Pattern.compile("(?!.*\\d{3})[^：:。，；]{1,20}");

    /// @param number as spreadsheets count, from 1
    /// @param cells  as many as there are heads
    public record Row(int number, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }

        private boolean isNames() {
            var filled = cells.stream().filter(it -> !it.isEmpty()).toList();
            return filled.size() > 1
                    && filled.stream().allMatch(it -> NAME.matcher(it).matches());
        }
    }

    /// Signals [Wrong] for whatever is no spreadsheet with a head and a row. Blocking computation.
    public static Table read(byte[] bytes) {
        var rows = rows(bytes).stream().filter(it -> !it.isEmpty()).toList();
        int head = head(rows);
        var below = rows.stream().skip(head + 1L).toList();
        if (below.isEmpty()) {
            throw new Wrong(Fault.Why.EMPTY);
        }
        if (below.size() > MOST_ROWS) {
            throw new Wrong(Fault.Why.TOO_MANY);
        }
        var heads = rows.get(head).cells();
        return new Table(
                rows.get(head).number(),
                heads,
                below.stream().map(it -> as(it, heads.size())).toList());
    }

    /// Among the first rows the one with most of the usual names, and at least two of them: one alone may stand in an
    /// order. Otherwise the first that looks like names, or the very first.
    private static int head(List<Row> rows) {
        int first = Math.min(FIRST_ROWS, rows.size());
        return IntStream.range(0, first)
                .boxed()
                .filter(it -> usual(rows.get(it)) > 1)
                .max(Comparator.<Integer>comparingLong(it -> usual(rows.get(it)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseGet(() -> IntStream.range(0, first)
                        .filter(it -> rows.get(it).isNames())
                        .findFirst()
                        .orElse(0));
    }

    private static long usual(Row row) {
        return row.cells().stream().filter(Columns::isUsual).distinct().count();
    }

    private static Row as(Row row, int columns) {
        var cells = new ArrayList<>(
                row.cells().subList(0, Math.min(columns, row.cells().size())));
        while (cells.size() < columns) {
            cells.add("");
        }
        return new Row(row.number(), List.copyOf(cells));
    }

    /// What the library throws at broken files is of many kinds; an error where a file is packed in a way for which it
    /// wants yet another library.
    private static List<Row> rows(byte[] bytes) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Unpacked.measured(bytes)));
                var rows = book.getFirstSheet().openStream()) {
            return rows.limit((long) MOST_ROWS + FIRST_ROWS + 1).map(Table::row).toList();
        } catch (IOException | RuntimeException | LinkageError broken) {
            throw new Wrong(Fault.Why.UNREADABLE);
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getCellText(i).strip());
        }
        return new Row(row.getRowNum(), List.copyOf(cells));
    }

    @Override
    public String toString() {
        return "Table[" + rows.size() + " rows]";
    }
}
