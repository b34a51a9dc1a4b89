package org.linli.hotline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// The first sheet of an .xlsx file as texts: pure. Dates are what Excel makes of them, days since 1899.
///
/// @param heads of the columns, from the first row that is not empty
public record Table(List<String> heads, List<Row> rows) {

    public static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 200;

    /// @param number as spreadsheets count, from 1
    /// @param cells  as many as there are heads
    public record Row(int number, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /// Signals [Wrong] for whatever is no spreadsheet with a head and a row. Blocking computation.
    public static Table read(byte[] bytes) {
        var rows = rows(bytes).stream().filter(it -> !it.isEmpty()).toList();
        if (rows.size() < 2) {
            throw new Wrong(Fault.Why.EMPTY);
        }
        if (rows.size() - 1 > MOST_ROWS) {
            throw new Wrong(Fault.Why.TOO_MANY);
        }
        var heads = rows.getFirst().cells();
        return new Table(
                heads, rows.stream().skip(1).map(it -> as(it, heads.size())).toList());
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
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 2L).map(Table::row).toList();
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
