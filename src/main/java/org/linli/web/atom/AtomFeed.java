package org.linli.web.atom;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A list as an Atom feed (RFC 4287).
///
/// @param id      names it for ever, like `urn:linli:lm`
/// @param author  of all that is in it
/// @param address where people read it
/// @param self    where programs read it
public record AtomFeed(String id, String title, String author, String address, String self, List<Entry> entries) {

    private static final OutputFactoryImpl WRITERS = new OutputFactoryImpl();
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    public record Entry(String id, String title, String address, Instant published, Instant updated, String summary) {}

    public AtomFeed {
        entries = List.copyOf(entries);
    }

    /// The whole document.
    public String xml() {
        var out = new StringWriter();
        try {
            var xml = WRITERS.createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            head(xml, address, title, changed());
            link(xml, "self", self);
            text(xml, "id", id);
            author(xml);
            for (Entry it : entries) {
                entry(xml, it);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a feed cannot be written", impossible);
        }
    }

    private Instant changed() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void entry(XMLStreamWriter xml, Entry it) throws XMLStreamException {
        xml.writeStartElement("entry");
        head(xml, it.address(), it.title(), it.updated());
        text(xml, "id", it.id());
        text(xml, "published", it.published().toString());
        text(xml, "summary", it.summary());
        author(xml);
        xml.writeEndElement();
    }

    private void author(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("author");
        text(xml, "name", author);
        xml.writeEndElement();
    }

    private static void head(XMLStreamWriter xml, String address, String title, Instant updated)
            throws XMLStreamException {
        text(xml, "title", title);
        text(xml, "updated", updated.toString());
        link(xml, "alternate", address);
    }

    private static void link(XMLStreamWriter xml, String how, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", how);
        xml.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(FORBIDDEN.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }
}
