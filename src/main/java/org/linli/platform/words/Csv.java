package org.linli.platform.words;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of a table that spreadsheets open.
public final class Csv {

    /// Without it Excel takes Chinese for something else. Before the first line.
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /// With its end.
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A cell that begins like a formula would be run by the spreadsheet: whoever wrote it is a stranger.
    private static String quoted(String cell) {
        String harmless = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
