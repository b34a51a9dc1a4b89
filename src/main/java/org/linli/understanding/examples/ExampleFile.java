package org.linli.understanding.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.YamlFault;
import org.linli.platform.words.YamlText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One file in Rasa's NLU YAML, of which we accept `version`, `nlu`, `intent` and `examples: |`, and nothing unknown:
/// a mistyped key would silently forget what people wrote under it. The label is the one that the file's path says.
final class ExampleFile {

    private static final Pattern INLINE_ENTITY = Pattern.compile("\\[([^\\]\\[]+)](?:\\([^)]*\\)|\\{[^}]*})");

    private final String path;
    private final String label;
    private final List<Example> examples = new ArrayList<>();

    ExampleFile(String path) {
        this.path = path;
        this.label = path.substring(0, path.lastIndexOf('.')).replace('/', '.');
    }

    List<Example> read(String text) {
        try (JsonParser yaml = YamlText.parser(text)) {
            expect(yaml, yaml.nextToken(), JsonToken.START_OBJECT, "the keys 'version' and 'nlu'");
            boolean intents = false;
            while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
                intents |= topLevel(yaml);
            }
            if (!intents) {
                throw new BrokenExamples(path, 1, "no key 'nlu', expected the list of intents under it");
            }
            return examples;
        } catch (JacksonException malformed) {
            throw new BrokenExamples(path, YamlFault.of(malformed));
        }
    }

    private boolean topLevel(JsonParser yaml) {
        return switch (yaml.currentName()) {
            case "version" -> {
                yaml.nextToken();
                expectVersion(yaml);
                yield false;
            }
            case "nlu" -> {
                expect(yaml, yaml.nextToken(), JsonToken.START_ARRAY, "a list under 'nlu'");
                while (yaml.nextToken() == JsonToken.START_OBJECT) {
                    intent(yaml);
                }
                expect(yaml, yaml.currentToken(), JsonToken.END_ARRAY, "'- intent: …'");
                yield true;
            }
            default -> throw unknownKey(yaml, "'version' or 'nlu'");
        };
    }

    private void expectVersion(JsonParser yaml) {
        String version = yaml.currentToken().isScalarValue() ? yaml.getString() : "";
        if (!version.startsWith("3.")) {
            throw broken(yaml, "version '%s', expected \"3.1\"".formatted(version));
        }
    }

    private void intent(JsonParser yaml) {
        int start = line(yaml);
        boolean named = false;
        int before = examples.size();
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (yaml.currentName()) {
                case "intent" -> named = named(yaml);
                case "examples" -> examples(yaml);
                default -> throw unknownKey(yaml, "'intent' or 'examples'");
            }
        }
        if (!named) {
            throw new BrokenExamples(path, start, "no key 'intent', expected 'intent: %s'".formatted(label));
        }
        if (examples.size() == before) {
            throw new BrokenExamples(path, start, "no examples, expected 'examples: |' and lines that begin with '- '");
        }
    }

    private boolean named(JsonParser yaml) {
        expect(yaml, yaml.nextToken(), JsonToken.VALUE_STRING, "a label after 'intent:'");
        if (!label.equals(yaml.getString())) {
            throw broken(yaml, "label '%s', expected '%s' as the file's path says".formatted(yaml.getString(), label));
        }
        return true;
    }

    private void examples(JsonParser yaml) {
        expect(yaml, yaml.nextToken(), JsonToken.VALUE_STRING, "'examples: |' and lines that begin with '- '");
        int number = line(yaml);
        for (String row : yaml.getString().split("\n", -1)) {
            number++;
            if (!row.isBlank()) {
                examples.add(new Example(label, sentence(row, number), path, number));
            }
        }
    }

    private String sentence(String row, int number) {
        String said = row.startsWith("-") ? row.substring(1).strip() : "";
        if (said.isEmpty()) {
            String fault = "found '%s', expected '- ' and what somebody might write".formatted(row.strip());
            throw new BrokenExamples(path, number, fault);
        }
        return INLINE_ENTITY.matcher(said).replaceAll("$1");
    }

    private void expect(JsonParser yaml, @Nullable JsonToken found, JsonToken wanted, String words) {
        if (found != wanted) {
            throw broken(yaml, "expected " + words);
        }
    }

    private BrokenExamples unknownKey(JsonParser yaml, String known) {
        return broken(yaml, "unknown key '%s', expected %s".formatted(yaml.currentName(), known));
    }

    private BrokenExamples broken(JsonParser yaml, String fault) {
        return new BrokenExamples(path, line(yaml), fault);
    }

    private static int line(JsonParser yaml) {
        return Math.max(1, yaml.currentTokenLocation().getLineNr());
    }
}
