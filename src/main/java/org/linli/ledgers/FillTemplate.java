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
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Fills in a form, row after row, keeping none of them: what is written is as long as it likes. Blocking.
///
/// Formulas of the form are written as the values that they had: rows move, and what they add up is not theirs any
/// more.
final class FillTemplate implements AutoCloseable {

    private static final OutputFactoryImpl WRITERS = new OutputFactoryImpl();
    private static final Pattern FIELD = Pattern.compile("\\{\\{([A-Za-z.]+)}}");
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9]\\d{0,12})(?:[.]\\d{1,2})?");
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int LONGEST_CELL = 32_767;

    private final Sheet sheet;
    private final XMLStreamReader in;
    private final ZipOutputStream zip;
    private final XMLStreamWriter out;
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
        this.in = Template.reader(template.parts().getOrDefault(Template.SHEET, new byte[0]));
        this.out = WRITERS.createXMLStreamWriter(zip, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        copyUntilRows();
        for (int i = 0; i < sheet.repeated(); i++) {
            write(sheet.rows().get(i), sheet.rows().get(i).number(), facts);
        }
    }

    /// One more row.
    void row(Map<String, String> facts) throws XMLStreamException {
        var form = sheet.rows().get(sheet.repeated());
        write(form, form.number() + rows, facts);
        rows++;
    }

    /// The rest of the form. Without it, what was written is no spreadsheet.
    void end(Map<String, String> facts) throws XMLStreamException {
        for (int i = sheet.repeated() + 1; i < sheet.rows().size(); i++) {
            var form = sheet.rows().get(i);
            write(form, form.number() + shift(), facts);
        }
        out.writeEndElement();
        copyAfterRows();
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
        boolean isText = cell.isText()
                && !(FIELD.matcher(cell.text()).matches()
                        && NUMBER.matcher(text).matches());
        out.writeStartElement("c");
        out.writeAttribute("r", cell.column() + number);
        if (!cell.style().isEmpty()) {
            out.writeAttribute("s", cell.style());
        }
        if (isText && !text.isEmpty()) {
            out.writeAttribute("t", "inlineStr");
            out.writeStartElement("is");
            out.writeStartElement("t");
            out.writeAttribute("xml", XMLConstants.XML_NS_URI, "space", "preserve");
            out.writeCharacters(text);
            out.writeEndElement();
            out.writeEndElement();
        } else if (!text.isEmpty()) {
            out.writeStartElement("v");
            out.writeCharacters(text);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    /// What is not known is left empty.
    private static String filled(String text, Map<String, String> facts) {
        String filled =
                FIELD.matcher(text).replaceAll(it -> Matcher.quoteReplacement(facts.getOrDefault(it.group(1), "")));
        String clean = FORBIDDEN.matcher(filled).replaceAll("");
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL);
    }

    private void copyUntilRows() throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("dimension")) {
                skip("dimension");
            } else {
                copy(event);
            }
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("sheetData")) {
                skip("sheetData");
                return;
            }
        }
    }

    private void copyAfterRows() throws XMLStreamException {
        while (in.hasNext()) {
            copy(in.next());
        }
    }

    private void skip(String element) throws XMLStreamException {
        while (!(in.next() == XMLStreamConstants.END_ELEMENT
                && in.getLocalName().equals(element))) {
            // nothing of it is kept
        }
    }

    private void copy(int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> copyStart();
            case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
            case XMLStreamConstants.CHARACTERS -> out.writeCharacters(in.getText());
            default -> {}
        }
    }

    private void copyStart() throws XMLStreamException {
        if (isPlain(in.getPrefix())) {
            out.writeStartElement(in.getLocalName());
        } else {
            out.writeStartElement(in.getPrefix(), in.getLocalName(), in.getNamespaceURI());
        }
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            if (isPlain(in.getNamespacePrefix(i))) {
                out.writeDefaultNamespace(in.getNamespaceURI(i));
            } else {
                out.writeNamespace(in.getNamespacePrefix(i), in.getNamespaceURI(i));
            }
        }
        boolean moves = in.getLocalName().equals("mergeCell");
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String value = moves ? moved(in.getAttributeValue(i)) : in.getAttributeValue(i);
            if (isPlain(in.getAttributePrefix(i))) {
                out.writeAttribute(in.getAttributeLocalName(i), value);
            } else {
                out.writeAttribute(
                        in.getAttributePrefix(i), in.getAttributeNamespace(i), in.getAttributeLocalName(i), value);
            }
        }
    }

    private static boolean isPlain(@Nullable String prefix) {
        return prefix == null || prefix.isEmpty();
    }

    private String moved(String range) {
        int below = sheet.rows().get(sheet.repeated()).number();
        return REFERENCE.matcher(range).replaceAll(it -> {
            int row = Integer.parseInt(it.group(2));
            return it.group(1) + (row > below ? row + shift() : row);
        });
    }
}
