package org.linli.openness.web;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.linli.community.CommunityMap;
import org.linli.openness.PublicList.Item;

/// The public list as an Atom feed (RFC 4287).
final class Feed {

    private static final OutputFactoryImpl WRITERS = new OutputFactoryImpl();
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Feed() {}

    /// @param address of the list
    static String of(CommunityMap map, String address, List<Item> items) {
        var out = new StringWriter();
        try {
            var xml = WRITERS.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            head(xml, address, map.name(), changed(items));
            text(xml, "id", "urn:linli:" + map.id());
            for (Item it : items) {
                entry(xml, map, address, it);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a feed cannot be written", impossible);
        }
    }

    private static Instant changed(List<Item> items) {
        return items.stream().map(Item::changedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static void entry(XMLStreamWriter xml, CommunityMap map, String address, Item it)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        head(
                xml,
                address + "#" + it.number(),
                (it.where() + " " + it.what() + " " + it.state()).strip(),
                it.changedAt());
        text(xml, "id", "urn:linli:" + map.id() + ":" + it.number());
        text(xml, "published", it.openedAt().toString());
        text(xml, "summary", it.words());
        xml.writeStartElement("author");
        text(xml, "name", map.name());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void head(XMLStreamWriter xml, String address, String title, Instant updated)
            throws XMLStreamException {
        text(xml, "title", title);
        text(xml, "updated", updated.toString());
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(FORBIDDEN.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }
}
