package org.linli.open311;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// Reads XML into lists and maps in the way in which FixMyStreet's client has it read: some elements are always lists,
/// those around them vanish, and empty ones are nothing.
final class AsXmlSimple {

    private static final Set<String> ALWAYS_LISTS =
            Set.of("service", "attribute", "value", "request", "error", "request_update");
    private static final Map<String, String> AROUND = Map.of("attributes", "attribute", "values", "value");

    private AsXmlSimple() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String xml) {
        try {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            Object read = read(document.getDocumentElement());
            return read == null ? Map.of() : (Map<String, Object>) read;
        } catch (Exception unreadable) {
            throw new AssertionError(xml, unreadable);
        }
    }

    private static @Nullable Object read(Element element) {
        var children = new LinkedHashMap<String, List<Object>>();
        for (Node it = element.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element child) {
                var all = children.computeIfAbsent(child.getTagName(), _ -> new ArrayList<>());
                Object within = read(child);
                if (within != null) {
                    all.add(within);
                }
            }
        }
        if (children.isEmpty()) {
            String text = element.getTextContent();
            return text.isEmpty() ? null : text;
        }
        String around = AROUND.get(element.getTagName());
        return around != null && children.keySet().equals(Set.of(around)) ? children.get(around) : table(children);
    }

    /// Without what is empty.
    private static Map<String, Object> table(Map<String, List<Object>> children) {
        var table = new LinkedHashMap<String, Object>();
        children.forEach((name, all) -> {
            if (!all.isEmpty()) {
                table.put(name, ALWAYS_LISTS.contains(name) || all.size() > 1 ? all : all.getFirst());
            }
        });
        return table;
    }
}
