package org.linli.ledgers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class FillTemplateTest {

    @Test
    void theRowIsRepeatedWithItsLooksAndWhatStandsBelowMovesDown() throws Exception {
        byte[] form = Files.readAllBytes(Path.of("templates/ledgers/cases.xlsx"));

        byte[] filled = fill(form, 3);

        var rows = rows(filled);
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("阳光社区事项台账");
        assertThat(rows.get(3).getCellText(1)).isEqualTo("N-1 <&>");
        assertThat(rows.get(5).getCellText(1)).isEqualTo("N-3 <&>");
        assertThat(rows.get(3).getCell(0).asNumber().intValue()).isEqualTo(1);
        assertThat(rows.get(6).getCellText(0)).isEqualTo("共 3 件");
        String sheet = part(filled, Template.SHEET);
        assertThat(sheet)
                .contains("ref=\"A7:N7\"", "<row r=\"6\"", "s=\"3\"", "ySplit=\"3\"")
                .doesNotContain("{{");
    }

    @Test
    void withoutARowTheFormIsStillWhole() throws Exception {
        byte[] form = Files.readAllBytes(Path.of("templates/ledgers/month.xlsx"));

        assertThat(rows(fill(form, 0))).hasSize(4);
    }

    @Test
    void aFormWithTextsKeptElsewhereIsReadToo() throws Exception {
        byte[] form = Files.readAllBytes(Path.of("templates/ledgers/cases.xlsx"));
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\"><f>1+1</f><v>2</v></c></row>"
                + "</sheetData></worksheet>";
        var shared = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>x</t></si>"
                + "<si><r><t>{{each.</t></r><r><t>number}}</t></r></si></sst>";

        byte[] filled = fill(with(with(form, Template.SHEET, sheet), "xl/sharedStrings.xml", shared), 2);

        assertThat(rows(filled)).extracting(it -> it.getCellText(1)).containsExactly("N-1 <&>", "N-2 <&>");
    }

    @Test
    void aFormThatOurOwnLibraryWroteIsFilledIn() throws Exception {
        var form = new ByteArrayOutputStream();
        try (var book = new Workbook(form, "test", "1.0")) {
            book.newWorksheet("台账").value(0, 0, "{{each.number}}");
        }

        assertThat(rows(fill(form.toByteArray(), 2)))
                .extracting(it -> it.getCellText(0))
                .containsExactly("N-1 <&>", "N-2 <&>");
    }

    @Test
    void whateverIsBrokenInAnArchiveItIsReadOrRefused() throws Exception {
        byte[] form = Files.readAllBytes(Path.of("templates/ledgers/month.xlsx"));

        for (int at = 0; at < form.length; at += 7) {
            byte[] broken = form.clone();
            broken[at] ^= 0x55;
            assertThat(catchThrowable(() -> Template.of(broken)))
                    .as("byte %d", at)
                    .satisfiesAnyOf(
                            it -> assertThat(it).isNull(), it -> assertThat(it).isInstanceOf(NoTemplate.class));
            byte[] cut = Arrays.copyOf(form, at);
            assertThatThrownBy(() -> Template.of(cut)).as("%d bytes", at).isInstanceOf(NoTemplate.class);
        }
    }

    @Test
    void whatCannotBeFilledInIsRefused() throws Exception {
        byte[] form = Files.readAllBytes(Path.of("templates/ledgers/cases.xlsx"));
        String evil = "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>{{each.x}}&e;</t></is></c></row></sheetData></worksheet>";

        for (byte[] bad : List.of(
                "no zip".getBytes(StandardCharsets.UTF_8),
                with(form, Template.SHEET, "<worksheet><sheetData/></worksheet>"),
                with(form, Template.SHEET, "not xml"),
                with(form, Template.SHEET, evil))) {
            assertThatThrownBy(() -> Template.of(bad)).isInstanceOf(NoTemplate.class);
        }
    }

    private static byte[] fill(byte[] form, int rows) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var head = new HashMap<>(Map.of("community", "阳光社区", "count", Integer.toString(rows)));
        try (var fill = new FillTemplate(Template.of(form), head, bytes)) {
            for (int i = 1; i <= rows; i++) {
                fill.row(Map.of("each.row", Integer.toString(i), "each.number", "N-" + i + " <&>"));
            }
            fill.end(head);
        }
        return bytes.toByteArray();
    }

    private static List<Row> rows(byte[] xlsx) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getFirstSheet().read();
        }
    }

    private static String part(byte[] xlsx, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static byte[] with(byte[] xlsx, String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(zip.readAllBytes());
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
