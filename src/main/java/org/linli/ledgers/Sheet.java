package org.linli.ledgers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The rows of a form’s first sheet.
///
/// @param repeated which of the rows is repeated; -1 where none is
record Sheet(List<Row> rows, int repeated) {

    /// @param number     from 1, as the form has it
    /// @param attributes of the row beside its number
    record Row(int number, Map<String, String> attributes, List<Cell> cells) {

        boolean repeats() {
            return cells.stream().anyMatch(it -> it.text().contains("{{each."));
        }
    }

    /// @param column  letters, like `AB`
    /// @param style   an index of its looks; may be empty
    /// @param isText  otherwise a number, as it is written
    record Cell(String column, String style, boolean isText, String text) {}

    static Sheet of(Template template) throws XMLStreamException {
        var bytes = template.parts().getOrDefault(Template.SHEET, new byte[0]);
        var in = Template.reader(bytes);
        var rows = new ArrayList<Row>();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("row")) {
                rows.add(row(in, template.shared(), rows.size() + 1));
            }
        }
        int repeated = -1;
        for (int i = 0; i < rows.size() && repeated < 0; i++) {
            repeated = rows.get(i).repeats() ? i : -1;
        }
        return new Sheet(rows, repeated);
    }

    private static Row row(XMLStreamReader in, List<String> shared, int place) throws XMLStreamException {
        var attributes = new LinkedHashMap<String, String>();
        int number = place;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            if (name.equals("r")) {
                number = Integer.parseInt(in.getAttributeValue(i));
            } else if (in.getAttributePrefix(i) == null
                    || in.getAttributePrefix(i).isEmpty()) {
                attributes.put(name, in.getAttributeValue(i));
            }
        }
        attributes.remove("spans");
        var cells = new ArrayList<Cell>();
        while (!(in.next() == XMLStreamConstants.END_ELEMENT
                && in.getLocalName().equals("row"))) {
            if (in.isStartElement() && in.getLocalName().equals("c")) {
                cells.add(cell(in, shared));
            }
        }
        return new Row(number, attributes, cells);
    }

    private static Cell cell(XMLStreamReader in, List<String> shared) throws XMLStreamException {
        String column = value(in, "r").replaceAll("\\d", "");
        String style = value(in, "s");
        String type = value(in, "t");
        var text = new StringBuilder();
        while (!(in.next() == XMLStreamConstants.END_ELEMENT
                && in.getLocalName().equals("c"))) {
            if (in.isStartElement()
                    && (in.getLocalName().equals("v") || in.getLocalName().equals("t"))) {
                text.append(in.getElementText());
            }
        }
        boolean isShared = type.equals("s");
        return new Cell(
                column,
                style,
                isShared || type.equals("inlineStr") || type.equals("str"),
                isShared ? shared.get(Integer.parseInt(text.toString())) : text.toString());
    }

    private static String value(XMLStreamReader in, String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
