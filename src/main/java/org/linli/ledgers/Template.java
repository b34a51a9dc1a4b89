package org.linli.ledgers;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// A street's form: a spreadsheet with `{{…}}` in its first sheet. The row with `{{each.…}}` is repeated, with its
/// looks.
///
/// @param parts  all files of it, by name
/// @param shared texts that cells refer to
record Template(Map<String, byte[]> parts, List<String> shared) {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String SHARED = "xl/sharedStrings.xml";
    private static final int MOST_PARTS = 200;
    private static final int LARGEST = 20 * 1024 * 1024;

    /// What reads well may still be no sheet.
    private static void filledOnce(Template template) throws IOException, XMLStreamException {
        try (var fill = new FillTemplate(template, Map.of(), OutputStream.nullOutputStream())) {
            fill.row(Map.of());
            fill.end(Map.of());
        }
    }

    /// @throws NoTemplate for anything that cannot be filled in
    static Template of(byte[] xlsx) {
        try {
            var parts = unpacked(xlsx);
            byte[] sheet = parts.get(SHEET);
            if (sheet == null) {
                throw new NoTemplate("no first sheet");
            }
            var template = new Template(parts, shared(parts.get(SHARED)));
            if (Sheet.of(template).repeated() < 0) {
                throw new NoTemplate("no row with {{each.…}}");
            }
            filledOnce(template);
            return template;
        } catch (IOException | XMLStreamException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            throw new NoTemplate("no spreadsheet");
        }
    }

    /// By the directory at the end: what fastexcel writes before each file itself, `ZipInputStream` refuses.
    private static Map<String, byte[]> unpacked(byte[] xlsx) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        int left = LARGEST;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx))
                .get()) {
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                byte[] bytes = bytes(zip, entry, left + 1);
                left -= bytes.length;
                if (left < 0 || parts.size() >= MOST_PARTS) {
                    throw new NoTemplate("too large");
                }
                parts.put(entry.getName(), bytes);
            }
        }
        return parts;
    }

    private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
        // the library knows more ways, by libraries that are not here
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new NoTemplate("packed in a way that spreadsheets are not");
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    private static List<String> shared(byte @Nullable [] xml) throws XMLStreamException {
        var texts = new ArrayList<String>();
        if (xml == null) {
            return texts;
        }
        var in = reader(xml);
        var text = new StringBuilder();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("t")) {
                text.append(in.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && in.getLocalName().equals("si")) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    /// Without entities of others: nothing outside is read, and nothing grows.
    static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        var readers = new InputFactoryImpl();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return readers.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    @Override
    public String toString() {
        return "Template[" + parts.keySet() + "]";
    }
}
