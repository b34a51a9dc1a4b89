package org.linli.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A call of ours, as a platform gets it.
///
/// @param path  without its query
/// @param parts of a form with files, by their names; empty in any other call
public record Asked(String method, String path, Map<String, String> query, byte[] body, Map<String, byte[]> parts) {

    public Asked {
        query = Map.copyOf(query);
        parts = Map.copyOf(parts);
    }

    /// Empty where there is none.
    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /// The body; a missing node where it is no JSON.
    public JsonNode json() {
        try {
            return JsonMapper.shared().readTree(text());
        } catch (JacksonException no) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return "Asked[" + method + " " + path + "]";
    }
}
