package org.linli.ledgers;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Copies what stands around the rows of a form's sheet. Merged cells below the repeated row move down with it.
/// Blocking.
final class CopySheet {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private final int repeated;
    private int shift;

    /// @param repeated the number of the repeated row
    CopySheet(XMLStreamReader in, XMLStreamWriter out, int repeated) {
        this.in = in;
        this.out = out;
        this.repeated = repeated;
    }

    /// Up to where the rows begin, which are skipped. How large the sheet was is left out: it will be larger.
    void untilRows() throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            if (begins(event, "dimension")) {
                skip("dimension");
                continue;
            }
            copy(event);
            if (begins(event, "sheetData")) {
                skip("sheetData");
                return;
            }
        }
    }

    /// @param rowsMore how far what stands below the repeated row moved down
    void afterRows(int rowsMore) throws XMLStreamException {
        shift = rowsMore;
        while (in.hasNext()) {
            copy(in.next());
        }
    }

    private boolean begins(int event, String element) {
        return event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals(element);
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
        copyNamespaces();
        copyAttributes();
    }

    private void copyNamespaces() throws XMLStreamException {
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            if (isPlain(in.getNamespacePrefix(i))) {
                out.writeDefaultNamespace(in.getNamespaceURI(i));
            } else {
                out.writeNamespace(in.getNamespacePrefix(i), in.getNamespaceURI(i));
            }
        }
    }

    private void copyAttributes() throws XMLStreamException {
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
        return REFERENCE.matcher(range).replaceAll(it -> {
            int row = Integer.parseInt(it.group(2));
            return it.group(1) + (row > repeated ? row + shift : row);
        });
    }
}
