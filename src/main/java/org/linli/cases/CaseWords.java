package org.linli.cases;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;

/// The short words that facts of letters and pages are made of: names of labels and states, and of times.
@Component
public class CaseWords {

    private final WordFile words = WordFile.of("templates/messages", "cases.properties");

    /// The words for it; the key itself where none are known, so that a page shows what is missing.
    public String say(String key, Object... facts) {
        return words.find(key).map(it -> new MessageFormat(it).format(facts)).orElse(key);
    }

    /// `report.elevator` as people say it.
    public String label(String label) {
        return words.find("label." + label).isPresent() ? say("label." + label) : say("label.other");
    }

    /// All labels that have a name, with it, by name.
    public Map<String, String> labels() {
        return words.all().keySet().stream()
                .filter(key -> key.startsWith("label.") && !key.equals("label.other"))
                .collect(Collectors.toMap(
                        key -> key.substring("label.".length()), this::say, (one, _) -> one, LinkedHashMap::new));
    }

    /// How far it is, in words that need no knowledge of the desk.
    String told(State state) {
        return say("told." + state.name());
    }

    /// The name of a clock; the key itself where a community made up its own.
    public String clock(String name) {
        return words.find("clock.name." + name).isPresent() ? say("clock.name." + name) : name;
    }

    public String kind(CaseKind kind) {
        return say("kind." + kind.name());
    }

    public String way(Way way) {
        return say("way." + way.name());
    }

    public String priority(Priority priority) {
        return say("priority." + priority.name());
    }

    public String state(State state) {
        return say("state." + state.name());
    }
}
