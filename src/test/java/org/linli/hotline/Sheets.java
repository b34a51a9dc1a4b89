package org.linli.hotline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/// Makes spreadsheets as hotlines send them.
public final class Sheets {

    public static final List<String> HEADS = List.of("工单编号", "受理时间", "诉求内容", "地址", "来电人", "联系电话", "办理期限");

    private Sheets() {}

    @SafeVarargs
    public static byte[] of(List<String>... rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("工单");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
