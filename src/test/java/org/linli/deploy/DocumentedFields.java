package org.linli.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a call of the API may carry, by the OpenAPI document.
record DocumentedFields(JsonNode document) {

    /// By route, like `POST /api/v1/cases`: fields of the body, or arguments of the query.
    Map<String, List<String>> byRoute() {
        var all = new TreeMap<String, List<String>>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(it -> all.put(
                                it.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), fields(it.getValue()))));
        return all;
    }

    private List<String> fields(JsonNode operation) {
        var fields = new ArrayList<String>();
        operation.path("parameters").forEach(it -> {
            if (it.path("in").asString("").equals("query")) {
                fields.add(it.path("name").asString());
            }
        });
        collect(operation.at("/requestBody/content/application~1json/schema"), fields);
        return List.copyOf(fields);
    }

    private void collect(JsonNode schema, List<String> fields) {
        if (schema.has("$ref")) {
            collect(document.at(schema.path("$ref").asString().substring(1)), fields);
        }
        fields.addAll(schema.path("properties").propertyNames());
        for (String several : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(several).forEach(it -> collect(it, fields));
        }
    }
}
