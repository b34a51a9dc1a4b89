package org.linli.api;

import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/// Files of calls: Base64 in the field `file` of a body, and a spreadsheet as an answer.
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
        try {
            byte[] bytes = Base64.getDecoder().decode(ReadBody.required(json, FIELD, inJson(most)));
            if (bytes.length > 0 && bytes.length <= most) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            throw Refusal.field(FIELD);
        }
        throw Refusal.field(FIELD);
    }

    static ResponseEntity<byte[]> spreadsheet(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
