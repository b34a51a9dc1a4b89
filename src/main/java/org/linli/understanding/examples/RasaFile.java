package org.linli.understanding.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.linli.platform.words.YamlFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Somebody else's file in Rasa's NLU YAML: any labels, both ways of writing examples; what is no intent is left out.
final class RasaFile {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern ENTITY = Pattern.compile("\\[([^\\]\\[]+)](?:\\([^)]*\\)|\\{[^}]*})");

    private final String path;
    private final String text;
    private final List<Example> examples = new ArrayList<>();
    private int cursor;
    private int line = 1;

    RasaFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// @throws BrokenExamples where it is no YAML, or has no intents
    List<Example> read() {
        for (JsonNode it : tree().path("nlu")) {
            if (it.path("intent").isString()) {
                intent(it.path("intent").asString(), it.path("examples"));
            }
        }
        if (examples.isEmpty()) {
            throw new BrokenExamples(path, 1, "no examples, expected the keys 'nlu', 'intent' and 'examples'");
        }
        return examples;
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(text);
        } catch (JacksonException malformed) {
            throw new BrokenExamples(path, YamlFault.of(malformed));
        }
    }

    private void intent(String label, JsonNode said) {
        if (said.isArray()) {
            said.forEach(it -> add(label, it.path("text").asString("")));
        } else {
            said.asString("").lines().map(RasaFile::withoutDash).forEach(it -> add(label, it));
        }
    }

    private void add(String label, String sentence) {
        String plain = ENTITY.matcher(sentence.strip()).replaceAll("$1");
        if (!plain.isEmpty()) {
            examples.add(new Example(label, plain, path, lineOf(sentence.strip())));
        }
    }

    private static String withoutDash(String row) {
        String stripped = row.strip();
        return stripped.startsWith("-") ? stripped.substring(1).strip() : stripped;
    }

    /// The tree has no lines; the next place where the sentence stands is near enough to find it.
    private int lineOf(String sentence) {
        int at = text.indexOf(sentence, cursor);
        for (; cursor < at; cursor++) {
            line += text.charAt(cursor) == '\n' ? 1 : 0;
        }
        return line;
    }
}
