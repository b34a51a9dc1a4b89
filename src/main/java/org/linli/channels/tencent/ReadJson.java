package org.linli.channels.tencent;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a JSON document into the same pieces as [ReadXml].
final class ReadJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Field.DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReadJson() {}

    /// @throws WebhookRejected as unreadable, and nothing else
    static Field from(String body) {
        try {
            return field("", JSON.readTree(body));
        } catch (JacksonException broken) {
            throw Rejections.unreadable("broken JSON");
        }
    }

    private static Field field(String name, JsonNode node) {
        return node.isObject()
                ? new Field(name, "", within(node))
                : new Field(name, node.isArray() ? "" : storable(node.asString("")), List.of());
    }

    private static List<Field> within(JsonNode object) {
        var fields = new ArrayList<Field>();
        object.forEachEntry((name, node) -> {
            if (node.isArray()) {
                node.forEach(entry -> fields.add(field(name, entry)));
            } else {
                fields.add(field(name, node));
            }
        });
        return fields;
    }

    // JSON can say NUL, which XML cannot and PostgreSQL does not keep: one such text would spoil a whole batch
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
