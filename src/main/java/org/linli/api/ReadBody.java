package org.linli.api;

import org.linli.api.Refusal.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the body of a call. Signals [Refusal] with the name of the field that is wrong.
final class ReadBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// PostgreSQL keeps no text with the character zero, and JSON can write it in no other way.
    private static final String ZERO = "\\u0000";

    private ReadBody() {}

    /// An object and nothing else.
    static JsonNode json(String body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject() && !body.contains(ZERO)) {
                return json;
            }
        } catch (JacksonException unreadable) {
            throw Refusal.of(Type.BODY);
        }
        throw Refusal.of(Type.BODY);
    }

    /// Never empty.
    static String required(JsonNode json, String field, int longest) {
        String said = text(json, field, longest);
        if (said.isEmpty()) {
            throw Refusal.field(field);
        }
        return said;
    }

    /// Empty where it is missing.
    static String text(JsonNode json, String field, int longest) {
        var found = json.path(field);
        if (found.isMissingNode() || found.isNull()) {
            return "";
        }
        if (!found.isString() || found.stringValue().length() > longest) {
            throw Refusal.field(field);
        }
        return found.stringValue().strip();
    }
}
