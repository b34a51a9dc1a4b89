package org.linli.cases;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.linli.platform.words.Folder;
import org.springframework.stereotype.Component;

/// The short words that facts of letters and pages are made of: names of labels and states, and of times.
@Component
public class CaseWords {

    private static final String FILE = "cases.properties";

    private final Properties words = new Properties();

    public CaseWords() {
        String file = new Folder("templates/messages").read(FILE).get(FILE);
        if (file == null) {
            throw new IllegalStateException("templates/messages/" + FILE + " is missing");
        }
        try (var reader = new StringReader(file)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The words for it; the key itself where none are known, so that a page shows what is missing.
    public String say(String key, Object... facts) {
        String found = words.getProperty(key);
        return found == null ? key : new MessageFormat(found).format(facts);
    }

    /// `report.elevator` as people say it.
    public String label(String label) {
        return words.containsKey("label." + label) ? say("label." + label) : say("label.other");
    }

    /// All labels that have a name, with it, by name.
    public Map<String, String> labels() {
        return words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("label.") && !key.equals("label.other"))
                .sorted()
                .collect(Collectors.toMap(
                        key -> key.substring("label.".length()), this::say, (one, _) -> one, LinkedHashMap::new));
    }

    /// How far it is, in words that need no knowledge of the desk.
    String told(State state) {
        return say("told." + state.name());
    }

    public String state(State state) {
        return say("state." + state.name());
    }
}
