package org.linli.ledgers;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Fills in a form, row after row, keeping none of them: what is written is as long as it likes. Blocking.
///
/// Formulas of the form are written as the values that they had: rows move, and what they add up is not theirs any
/// more.
final class FillTemplate implements AutoCloseable {

    private static final OutputFactoryImpl WRITERS = new OutputFactoryImpl();
    private static final Pattern FIELD = Pattern.compile("\\{\\{([A-Za-z.]+)}}");
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9]\\d{0,12})(?:[.]\\d{1,2})?");
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int LONGEST_CELL = 32_767;

    private final Sheet sheet;
    private final ZipOutputStream zip;
    private final XMLStreamWriter out;
    private final CopySheet around;
    private int rows;

    FillTemplate(Template template, Map<String, String> facts, OutputStream to) throws IOException, XMLStreamException {
        this.sheet = Sheet.of(template);
        this.zip = new ZipOutputStream(to);
        for (var part : template.parts().entrySet()) {
            if (!part.getKey().equals(Template.SHEET) && !part.getKey().equals("xl/calcChain.xml")) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        zip.putNextEntry(new ZipEntry(Template.SHEET));
        this.out = WRITERS.createXMLStreamWriter(zip, "UTF-8");
        this.around = new CopySheet(
                Template.reader(template.parts().getOrDefault(Template.SHEET, new byte[0])),
                out,
                repeated().number());
        out.writeStartDocument("UTF-8", "1.0");
        around.untilRows();
        for (int i = 0; i < sheet.repeated(); i++) {
            write(sheet.rows().get(i), sheet.rows().get(i).number(), facts);
        }
    }

    /// One more row.
    void row(Map<String, String> facts) throws XMLStreamException {
        write(repeated(), repeated().number() + rows, facts);
        rows++;
    }

    /// The rest of the form. Without it, what was written is no spreadsheet.
    void end(Map<String, String> facts) throws XMLStreamException {
        for (int i = sheet.repeated() + 1; i < sheet.rows().size(); i++) {
            var form = sheet.rows().get(i);
            write(form, form.number() + shift(), facts);
        }
        out.writeEndElement();
        around.afterRows(shift());
        out.writeEndDocument();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    int rows() {
        return rows;
    }

    private Sheet.Row repeated() {
        return sheet.rows().get(sheet.repeated());
    }

    /// How far what stands below the repeated row moves down.
    private int shift() {
        return rows - 1;
    }

    private void write(Sheet.Row form, int number, Map<String, String> facts) throws XMLStreamException {
        out.writeStartElement("row");
        out.writeAttribute("r", Integer.toString(number));
        for (var attribute : form.attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        for (Sheet.Cell cell : form.cells()) {
            write(cell, number, facts);
        }
        out.writeEndElement();
    }

    private void write(Sheet.Cell cell, int number, Map<String, String> facts) throws XMLStreamException {
        String text = cell.isText() ? filled(cell.text(), facts) : cell.text();
        boolean isText = cell.isText() && !isFilledWithNumber(cell, text);
        out.writeStartElement("c");
        out.writeAttribute("r", cell.column() + number);
        if (!cell.style().isEmpty()) {
            out.writeAttribute("s", cell.style());
        }
        if (isText && !text.isEmpty()) {
            writeText(text);
        } else if (!text.isEmpty()) {
            writeNumber(text);
        }
        out.writeEndElement();
    }

    /// A cell that held nothing but a field is a number where what came into it is one.
    private static boolean isFilledWithNumber(Sheet.Cell cell, String text) {
        return FIELD.matcher(cell.text()).matches() && NUMBER.matcher(text).matches();
    }

    private void writeText(String text) throws XMLStreamException {
        out.writeAttribute("t", "inlineStr");
        out.writeStartElement("is");
        out.writeStartElement("t");
        out.writeAttribute("xml", XMLConstants.XML_NS_URI, "space", "preserve");
        out.writeCharacters(text);
        out.writeEndElement();
        out.writeEndElement();
    }

    private void writeNumber(String text) throws XMLStreamException {
        out.writeStartElement("v");
        out.writeCharacters(text);
        out.writeEndElement();
    }

    /// What is not known is left empty.
    private static String filled(String text, Map<String, String> facts) {
        String filled =
                FIELD.matcher(text).replaceAll(it -> Matcher.quoteReplacement(facts.getOrDefault(it.group(1), "")));
        String clean = FORBIDDEN.matcher(filled).replaceAll("");
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL);
    }
}
