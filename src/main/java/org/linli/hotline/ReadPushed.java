package org.linli.hotline;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an order that is pushed as JSON: pure. Fields that are not ours are left alone.
public final class ReadPushed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadPushed() {}

    /// Signals [Wrong], whose faults name the fields.
    public static WorkOrder read(byte[] body) {
        var tree = tree(body);
        var reading = new ReadOrder(field -> text(tree.path(field.json())));
        return reading.order().orElseThrow(() -> new Wrong(faults(reading)));
    }

    private static List<Fault> faults(ReadOrder reading) {
        return reading.faults().stream()
                .map(it -> new Fault(0, it.field().json(), it.why()))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isString() || value.isNumber() ? value.asString() : "";
    }

    private static JsonNode tree(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException broken) {
            throw new Wrong(Fault.Why.UNREADABLE);
        }
        throw new Wrong(Fault.Why.UNREADABLE);
    }
}
