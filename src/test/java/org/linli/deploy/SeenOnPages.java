package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/// What fields there are, what stands in them, and where pages lead: so that what is broken is nearly right.
final class SeenOnPages {

    private static final Pattern FIELD = Pattern.compile("<(?:input|button|select|textarea)\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option\\b[^>]*\\bvalue=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\\b(?:href|action|src)=\"(/[^\"?#]*)");
    private static final Pattern JSON = Pattern.compile("\"(\\w+)\":\"([^\"\\\\]{1,200})\"");
    private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^}]*})+}");

    private final Map<String, TreeSet<String>> values = new TreeMap<>();
    private final TreeSet<String> options = new TreeSet<>(List.of("x"));
    private final TreeSet<String> paths = new TreeSet<>();

    void look(String page) {
        FIELD.matcher(page).results().map(it -> it.group()).forEach(this::field);
        OPTION.matcher(page).results().map(it -> it.group(1)).forEach(options::add);
        LINK.matcher(page).results().map(it -> it.group(1)).forEach(paths::add);
        JSON.matcher(page).results().forEach(it -> known(it.group(1)).add(it.group(2)));
    }

    private void field(String tag) {
        var name = NAME.matcher(tag);
        if (name.find() && !name.group(1).equals("_csrf")) {
            VALUE.matcher(tag).results().map(it -> it.group(1)).forEach(known(name.group(1))::add);
        }
    }

    private TreeSet<String> known(String name) {
        return values.computeIfAbsent(name, _ -> new TreeSet<>());
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /// Mostly what has stood in that field.
    String value(String name, Damage damage) {
        var fits = values.getOrDefault(name, new TreeSet<>());
        if (damage.once(3)) {
            return damage.value();
        }
        return fits.isEmpty() || damage.once(4) ? damage.one(List.copyOf(options)) : damage.one(List.copyOf(fits));
    }

    /// One that leads there, as it goes over the line; its variables are broken now and then.
    String path(PathPattern pattern, Damage damage) {
        var known = paths.stream()
                .filter(it -> pattern.matches(PathContainer.parsePath(it)))
                .toList();
        return known.isEmpty() || damage.once(4) ? broken(pattern, damage) : damage.one(known);
    }

    private String broken(PathPattern pattern, Damage damage) {
        return VARIABLE.matcher(pattern.getPatternString().replace("**", "x"))
                .replaceAll(it -> java.util.regex.Matcher.quoteReplacement(encoded(value("id", damage))));
    }

    static String encoded(String text) {
        String short_ = text.length() > 300 ? text.substring(0, 300) : text;
        return URLEncoder.encode(short_.isEmpty() ? "x" : short_, UTF_8)
                .replace("+", "%20")
                .replace("%2F", "-")
                .replace("..", "%2E");
    }

    List<String> some(List<String> fields, Damage damage) {
        var all = new ArrayList<>(
                fields.isEmpty()
                        ? Stream.generate(() -> damage.one(names())).limit(6).toList()
                        : fields);
        all.removeIf(_ -> damage.once(8));
        return all;
    }
}
