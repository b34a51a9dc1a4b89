package org.linli.platform.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A YAML file of rules that people may change, each part with the line it stands in, so that a mistake can be shown.
public sealed interface Tree {

    /// 1 is the first.
    int line();

    /// A text, a number or a date, as it is written; blank where nothing is.
    record Leaf(int line, String text) implements Tree {}

    record Sequence(int line, List<Tree> parts) implements Tree {}

    record Table(int line, Map<String, Tree> parts) implements Tree {}

    /// The file is no YAML.
    final class Unreadable extends RuntimeException {

        private final YamlFault fault;

        Unreadable(YamlFault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }

        public YamlFault fault() {
            return fault;
        }
    }

    /// @throws Unreadable
    static Tree read(String yaml) {
        try (var parser = YamlText.parser(yaml)) {
            return parser.nextToken() == null ? new Leaf(1, "") : part(parser);
        } catch (JacksonException broken) {
            throw new Unreadable(YamlFault.of(broken));
        }
    }

    private static Tree part(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(parser, line);
            case START_ARRAY -> sequence(parser, line);
            case VALUE_NULL -> new Leaf(line, "");
            default -> new Leaf(line, parser.getString().strip());
        };
    }

    private static Table table(JsonParser parser, int line) {
        var parts = new LinkedHashMap<String, Tree>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            var at = parser.currentTokenLocation();
            parser.nextToken();
            if (parts.put(name, part(parser)) != null) {
                throw new Unreadable(YamlFault.twice(at.getLineNr(), at.getColumnNr(), name));
            }
        }
        return new Table(line, parts);
    }

    private static Sequence sequence(JsonParser parser, int line) {
        var parts = new ArrayList<Tree>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parts.add(part(parser));
        }
        return new Sequence(line, parts);
    }
}
