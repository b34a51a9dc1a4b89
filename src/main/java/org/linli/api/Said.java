package org.linli.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The fields of a body as forms have them: texts, numbers and yes or no by name; a picture is read apart. What is one
/// of a few is written as everywhere here (`per-household`), and named as forms do (`PER_HOUSEHOLD`).
final class Said {

    private static final int LONGEST = 2_000;

    private Said() {}

    /// Signals [Refusal] with the name of a field that is neither, or too long.
    ///
    /// @param named fields that are one of a few
    static Map<String, String> of(JsonNode json, Set<String> named) {
        return json.properties().stream()
                .filter(it -> !it.getValue().isNull() && !it.getKey().equals(SentPicture.FIELD))
                .collect(Collectors.toMap(Map.Entry::getKey, it -> text(it.getKey(), it.getValue(), named)));
    }

    private static String text(String field, JsonNode value, Set<String> named) {
        if (!value.isValueNode() || value.asString("").length() > LONGEST) {
            throw Refusal.field(field);
        }
        String said = value.asString("");
        return named.contains(field) ? said.toUpperCase(Locale.ROOT).replace('-', '_') : said;
    }
}
