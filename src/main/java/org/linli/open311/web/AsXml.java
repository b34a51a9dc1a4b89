package org.linli.open311.web;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/// Writes what JSON says as the XML of the specification: a list is an element, each of its parts an element in it.
final class AsXml {

    private static final OutputFactoryImpl WRITERS = new OutputFactoryImpl();

    /// What no XML document may contain, however written.
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /// What one of a list within is called.
    private static final Map<String, String> PARTS = Map.of(
            "attributes", "attribute",
            "values", "value",
            "media_urls", "media_url",
            "endpoints", "endpoint",
            "formats", "format");

    private AsXml() {}

    static String of(Said said, JsonNode content) {
        var out = new StringWriter();
        try {
            var xml = WRITERS.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            element(xml, said.root(), said.each(), content);
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an answer cannot be written as XML", impossible);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String each, JsonNode value)
            throws XMLStreamException {
        xml.writeStartElement(name);
        if (value.isArray()) {
            for (JsonNode part : value) {
                element(xml, each, each, part);
            }
        } else if (value.isObject()) {
            for (var field : value.properties()) {
                element(xml, field.getKey(), PARTS.getOrDefault(field.getKey(), "item"), field.getValue());
            }
        } else if (!value.isNull()) {
            xml.writeCharacters(FORBIDDEN.matcher(value.asString()).replaceAll(""));
        }
        xml.writeEndElement();
    }
}
