package org.linli.ledgers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// Forms of a street: whatever is taken as one can be filled in.
public final class FuzzedForms {

    private FuzzedForms() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                Files.readAllBytes(Path.of("templates/ledgers/month.xlsx")),
                Files.readAllBytes(Path.of("templates/ledgers/cases.xlsx")));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException, XMLStreamException {
        Template template;
        try {
            template = Template.of(bytes);
        } catch (NoTemplate refused) {
            return;
        }
        try (var fill = new FillTemplate(template, Map.of("community", "x"), new ByteArrayOutputStream())) {
            fill.row(Map.of("each.number", "1"));
            fill.end(Map.of("count", "1"));
        }
    }
}
