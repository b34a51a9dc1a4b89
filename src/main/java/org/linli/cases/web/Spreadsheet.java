package org.linli.cases.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.linli.platform.words.Csv;

/// A table as a file; its cells are words or numbers.
record Spreadsheet(List<String> head, List<List<Object>> rows) {

    /// With the mark without which Excel takes Chinese for something else.
    byte[] csv() {
        return Stream.concat(Stream.of(head), rows.stream().map(Spreadsheet::words))
                .map(Csv::line)
                .collect(Collectors.joining("", Csv.BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Blocking computation for many rows.
    byte[] xlsx() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Linli", "1.0")) {
            var sheet = book.newWorksheet("cases");
            write(sheet, 0, head);
            sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 1, rows.get(i));
            }
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, printable(cells.get(column).toString()));
            }
        }
    }

    private static List<String> words(List<Object> cells) {
        return cells.stream().map(Object::toString).toList();
    }

    /// XML knows no control characters.
    private static String printable(String cell) {
        return cell.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }
}
