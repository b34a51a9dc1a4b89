package org.linli.open311;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.cases.CaseWords;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;

/// What can be reported and read from outside: the labels that have a description in
/// `templates/messages/open311.properties`. Those that are about people have none.
@Component
public class Services {

    private static final String DESCRIPTION = "open311.service.";
    private static final String KEYWORDS = "open311.keywords.";

    /// @param code  the label, like `report.elevator`
    /// @param group what it belongs to, in words
    public record Service(String code, String name, String description, String keywords, String group) {}

    private final WordFile words = WordFile.of("templates/messages", "open311.properties");
    private final CaseWords names;

    Services(CaseWords names) {
        this.names = names;
    }

    /// By label.
    public List<Service> all() {
        return codes().stream().map(this::service).toList();
    }

    public Set<String> codes() {
        return words.all().keySet().stream()
                .filter(key -> key.startsWith(DESCRIPTION))
                .map(key -> key.substring(DESCRIPTION.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<Service> find(String code) {
        return codes().contains(code) ? Optional.of(service(code)) : Optional.empty();
    }

    /// Other words for clients and cases.
    String say(String key) {
        return words.find(key).orElse("");
    }

    private Service service(String code) {
        return new Service(
                code,
                names.label(code),
                say(DESCRIPTION + code),
                say(KEYWORDS + code),
                say("open311.group." + code.split("\\.")[0]));
    }
}
