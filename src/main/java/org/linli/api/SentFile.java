package org.linli.api;

import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/// Files of calls: Base64 in a field of a body, mostly `file`, and a spreadsheet as an answer.
final class SentFile {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String FIELD = "file";
    /// For what stands beside it.
    private static final int MORE = 16 * 1024;

    private SentFile() {}

    /// How many bytes a body has that holds a file of so many.
    static int inJson(int most) {
        return most / 3 * 4 + MORE;
    }

    /// Signals [Refusal] where it is missing, no Base64, or too large.
    static byte[] of(JsonNode json, int most) {
        byte[] bytes = of(json, FIELD, inJson(most));
        if (bytes.length > most) {
            throw Refusal.field(FIELD);
        }
        return bytes;
    }

    /// The same of another field, however large it is once it is read. Never without bytes.
    ///
    /// @param longest of the Base64
    static byte[] of(JsonNode json, String field, int longest) {
        try {
            return Base64.getDecoder().decode(ReadBody.required(json, field, longest));
        } catch (IllegalArgumentException noBase64) {
            throw Refusal.field(field);
        }
    }

    static ResponseEntity<byte[]> spreadsheet(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
