package org.linli.open311;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.linli.open311.Attribute.Type;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// What services ask for beside the place and the words, as `templates/open311/attributes.properties` has it.
@Component
public class Attributes {

    private static final Predicate<String> GIVEN = Predicate.not(String::isBlank);

    private final WordFile words = WordFile.of("templates/open311", "attributes.properties");

    /// In the order in which they are shown; empty for a service that asks for nothing more.
    ///
    /// @param service its code
    public List<Attribute> of(String service) {
        var found = new ArrayList<Attribute>();
        for (String code : parts(say(service), ",")) {
            found.add(attribute(service + "." + code, code, found.size() + 1));
        }
        return found;
    }

    private Attribute attribute(String key, String code, int order) {
        String kind = say(key + ".type");
        return new Attribute(
                code,
                type(kind.split(" ")[0]),
                kind.endsWith(" required"),
                order,
                say(key),
                say(key + ".hint"),
                values(say(key + ".values")));
    }

    /// A line of text where the file says something that is none.
    private static Type type(String name) {
        return Arrays.stream(Type.values())
                .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Type.STRING);
    }

    private static Map<String, String> values(String text) {
        var values = new LinkedHashMap<String, String>();
        parts(text, ",").forEach(it -> values.put(it.split("=")[0], it.substring(it.indexOf('=') + 1)));
        return values;
    }

    /// A line for each answer, in words for staff. What a service does not ask for is not read, so that it is not kept.
    ///
    /// @param fields `attribute[code]`, or `attribute[code][]` once for each value
    /// @throws Refused where a required one is missing or one cannot be read
    List<String> answers(String service, MultiValueMap<String, String> fields) {
        var lines = new ArrayList<String>();
        for (Attribute asked : of(service)) {
            var given = given(asked, fields);
            if (given.isEmpty() && asked.required()) {
                throw Refused.badRequest("attribute[%s] was not provided".formatted(asked.code()));
            }
            if (!given.isEmpty() && asked.isVariable()) {
                lines.add(asked.question() + asked.read(given));
            }
        }
        return lines;
    }

    private static List<String> given(Attribute asked, MultiValueMap<String, String> fields) {
        String name = "attribute[" + asked.code() + "]";
        var given = new ArrayList<>(fields.getOrDefault(name, List.of()));
        given.addAll(fields.getOrDefault(name + "[]", List.of()));
        return given.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(GIVEN)
                .toList();
    }

    private String say(String key) {
        return words.find(key).orElse("");
    }

    private static List<String> parts(String text, String between) {
        return Arrays.stream(text.split(between))
                .map(String::strip)
                .filter(GIVEN)
                .toList();
    }
}
