package org.linli.ledgers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The packed form of the list of cases, with other words in it.
public final class ChangedForm {

    private ChangedForm() {}

    public static byte[] asking(String instead, String of) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(Files.newInputStream(Path.of("templates/ledgers/cases.xlsx")));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                        .replace(instead, of)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
