package org.linli.community.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.linli.community.file.Problem.What;
import org.linli.community.file.Row.Cell;
import org.linli.platform.bodies.Unpacked;

/// Reads tables from an .xlsx file: each sheet is a table, its first row names the columns, in English or Chinese.
final class ReadSpreadsheet {

    private static final Pattern BETWEEN = Pattern.compile("\\s*[;；、,，]\\s*");

    private final String file;
    private final List<Problem> problems;
    private final List<Row> rows = new ArrayList<>();

    ReadSpreadsheet(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Row> read(byte[] bytes) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(Unpacked.measured(bytes)))) {
            var sheets = workbook.getSheets().toList();
            for (Sheet sheet : sheets) {
                sheet(sheet, sheets.size() == 1);
            }
        } catch (IOException | RuntimeException | LinkageError broken) {
            problems.add(new Problem(file, 0, What.NO_XLSX));
        }
        return rows;
    }

    private void sheet(Sheet sheet, boolean alone) throws IOException {
        var lines = sheet.read();
        if (lines.isEmpty()) {
            return;
        }
        var heads = texts(lines.getFirst());
        String name = sheet.getName().strip();
        String table = Headings.table(name);
        var called = Headings.called(table, heads);
        lines.stream()
                .skip(1)
                .map(line -> new Row(table, line.getRowNum(), cells(heads, line), name, called, alone))
                .filter(row -> !row.cells().isEmpty())
                .forEach(rows::add);
    }

    private static Map<String, Cell> cells(List<String> heads, org.dhatim.fastexcel.reader.Row line) {
        var texts = texts(line);
        var cells = new LinkedHashMap<String, Cell>();
        for (int i = 0; i < Math.min(heads.size(), texts.size()); i++) {
            if (!texts.get(i).isEmpty()) {
                cells.put(
                        Headings.column(heads.get(i)),
                        new Cell(line.getRowNum(), List.of(BETWEEN.split(texts.get(i)))));
            }
        }
        return cells;
    }

    private static List<String> texts(org.dhatim.fastexcel.reader.Row line) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < line.getCellCount(); i++) {
            texts.add(line.getCellText(i).strip());
        }
        return texts;
    }
}
