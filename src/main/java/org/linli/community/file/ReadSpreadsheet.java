package org.linli.community.file;

import static java.util.Map.entry;

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

/// Reads tables from an .xlsx file: each sheet is a table, its first row names the columns, in English or Chinese.
final class ReadSpreadsheet {

    private static final Pattern BETWEEN = Pattern.compile("\\s*[;；、,，]\\s*");

    private static final Map<String, String> CHINESE = Map.ofEntries(
            entry("社区", "community"),
            entry("地点", "places"),
            entry("单位", "units"),
            entry("工作人员", "staff"),
            entry("群", "groups"),
            entry("居民", "residents"),
            entry("编号", "id"),
            entry("名称", "name"),
            entry("姓名", "name"),
            entry("类型", "kind"),
            entry("上级", "parent"),
            entry("别名", "aliases"),
            entry("单元数", "units"),
            entry("层数", "floors"),
            entry("每层户数", "doors"),
            entry("负责地点", "places"),
            entry("负责事项", "labels"),
            entry("纬度", "latitude"),
            entry("经度", "longitude"),
            entry("角色", "role"),
            entry("所属单位", "unit"),
            entry("电话", "phone"),
            entry("通知地址", "chat"),
            entry("地址", "addresses"),
            entry("群地址", "address"),
            entry("代码", "code"),
            entry("所在地点", "place"),
            entry("负责单位", "unit"),
            entry("发言", "talkativeness"),
            entry("免打扰", "quiet-hours"),
            entry("欢迎", "welcome"),
            entry("住址", "home"),
            entry("已核实", "verified"),
            entry("标签", "tags"),
            entry("街道", "street"),
            entry("工单前缀", "case-prefix"));

    private final String file;
    private final List<Problem> problems;
    private final List<Row> rows = new ArrayList<>();

    ReadSpreadsheet(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Row> read(byte[] bytes) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheet(sheet);
            }
        } catch (IOException | RuntimeException | LinkageError broken) {
            problems.add(new Problem(file, 0, What.NO_XLSX));
        }
        return rows;
    }

    private void sheet(Sheet sheet) throws IOException {
        var lines = sheet.read();
        if (lines.isEmpty()) {
            return;
        }
        var columns =
                texts(lines.getFirst()).stream().map(ReadSpreadsheet::english).toList();
        String table = english(sheet.getName().strip());
        lines.stream().skip(1).forEach(line -> row(table, columns, line));
    }

    private void row(String table, List<String> columns, org.dhatim.fastexcel.reader.Row line) {
        var texts = texts(line);
        var cells = new LinkedHashMap<String, Cell>();
        for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
            if (!texts.get(i).isEmpty()) {
                cells.put(columns.get(i), new Cell(line.getRowNum(), List.of(BETWEEN.split(texts.get(i)))));
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Row(table, line.getRowNum(), cells));
        }
    }

    private static List<String> texts(org.dhatim.fastexcel.reader.Row line) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < line.getCellCount(); i++) {
            texts.add(line.getCellText(i).strip());
        }
        return texts;
    }

    private static String english(String name) {
        return CHINESE.getOrDefault(name, name);
    }
}
