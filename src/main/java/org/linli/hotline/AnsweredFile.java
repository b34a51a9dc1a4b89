package org.linli.hotline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/// A `.zip` with a spreadsheet, to which pictures are added one by one. Blocks while it packs.
final class AnsweredFile implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /// @param lines of the spreadsheet, the headings first
    static AnsweredFile of(List<List<String>> lines) throws IOException {
        var file = new AnsweredFile();
        file.put("orders.xlsx", sheet(lines));
        return file;
    }

    /// The same.
    AnsweredFile with(String name, byte[] picture) {
        try {
            put(name, picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return this;
    }

    private void put(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /// Whole; nothing can be added after it.
    byte[] whole() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static byte[] sheet(List<List<String>> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Linli", "1.0")) {
            var sheet = book.newWorksheet("orders");
            for (int row = 0; row < lines.size(); row++) {
                var cells = new ArrayList<>(lines.get(row));
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""));
                }
            }
            sheet.freezePane(0, 1);
        }
        return bytes.toByteArray();
    }
}
