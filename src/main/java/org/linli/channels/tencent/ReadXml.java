package org.linli.channels.tencent;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.util.ArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.linli.channels.WebhookRejected;

/// Reads an XML document without ever resolving an entity: whoever declares one is turned away.
final class ReadXml {

    private static final XMLInputFactory READERS = readers();

    private ReadXml() {}

    /// @throws WebhookRejected as unreadable, and nothing else
    static Field from(String body) {
        try {
            return document(READERS.createXMLStreamReader(new StringReader(body)));
        } catch (WebhookRejected ours) {
            throw ours;
        } catch (XMLStreamException | RuntimeException broken) { // for odd namespaces the reader's are of no own kind
            throw Rejections.unreadable("broken XML");
        }
    }

    private static Field document(XMLStreamReader xml) throws XMLStreamException {
        while (step(xml) != START_ELEMENT) {
            // what stands before the first element says nothing
        }
        Field root = element(xml, 1);
        while (xml.hasNext()) {
            step(xml);
        }
        return root;
    }

    private static Field element(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > Field.DEEPEST) {
            throw Rejections.unreadable("XML nested too deeply");
        }
        var text = new StringBuilder();
        var fields = new ArrayList<Field>();
        String name = xml.getLocalName();
        for (int event = step(xml); event != END_ELEMENT; event = step(xml)) {
            if (event == START_ELEMENT) {
                fields.add(element(xml, depth + 1));
            } else if (event == CHARACTERS || event == CDATA) {
                text.append(xml.getText());
            }
        }
        return new Field(name, text.toString(), fields);
    }

    private static int step(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == DTD || event == ENTITY_REFERENCE) {
            throw Rejections.unreadable("XML with a document type");
        }
        return event;
    }

    /// The JDK's own reader spends more on being made than on a message of this size.
    private static XMLInputFactory readers() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
