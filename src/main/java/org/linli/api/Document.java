package org.linli.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.linli.platform.words.Folder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The OpenAPI document, as it stands in `templates/api/openapi.yaml` when the program starts.
@Component
class Document {

    /// @param summary for people
    record Operation(String method, String path, String summary, String scope) {}

    private final JsonNode json;

    Document() {
        String yaml = new Folder("templates/api").read(".yaml").get("openapi.yaml");
        this.json = new YAMLMapper().readTree(Objects.requireNonNull(yaml, "templates/api/openapi.yaml is missing"));
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(json);
    }

    JsonNode tree() {
        return json;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        json.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(it -> it.getValue().has("operationId"))
                        .forEach(it -> operations.add(new Operation(
                                it.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                it.getValue().path("summary").asString(),
                                it.getValue().path("x-scope").asString()))));
        return operations;
    }
}
