package org.linli.deploy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.config.ParseConfiguration.ElementBalancing;

/// What stands in a page where the content model of HTML does not allow it, so that browsers build something else.
/// Names of another namespace, like `th:block`, are looked through.
final class Nesting extends AbstractMarkupHandler {

    private static final Set<String> PHRASING_ONLY = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "button", "label", "span", "small", "b", "strong", "em",
            "i", "time", "code", "summary", "legend", "output", "dt");
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "p",
            "form",
            "ul",
            "ol",
            "dl",
            "table",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "fieldset",
            "details",
            "figure",
            "blockquote",
            "pre",
            "hr",
            "address",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> TRANSPARENT = Set.of("a", "ins", "del", "noscript");

    /// Never within themselves or one another.
    private static final Map<String, Set<String>> NEVER_WITHIN = Map.of(
            "form", Set.of("form"),
            "a", Set.of("a", "button"),
            "button", Set.of("a", "button"),
            "select", Set.of("a", "button"),
            "textarea", Set.of("a", "button"),
            "details", Set.of("a", "button"),
            "label", Set.of("label", "a", "button"));

    /// Only directly within these.
    private static final Map<String, Set<String>> ONLY_IN = Map.of(
            "li", Set.of("ul", "ol", "menu"),
            "dt", Set.of("dl", "div"),
            "dd", Set.of("dl", "div"),
            "tr", Set.of("table", "thead", "tbody", "tfoot"),
            "td", Set.of("tr"),
            "th", Set.of("tr"),
            "option", Set.of("select", "datalist", "optgroup"),
            "legend", Set.of("fieldset"),
            "summary", Set.of("details"));

    /// With nothing else directly within them.
    private static final Map<String, Set<String>> NOTHING_BUT = Map.of(
            "ul", Set.of("li", "template", "script"),
            "ol", Set.of("li", "template", "script"),
            "dl", Set.of("dt", "dd", "div", "template", "script"),
            "tr", Set.of("td", "th", "template", "script"),
            "select", Set.of("option", "optgroup", "hr"));

    private static final MarkupParser PARSER = new MarkupParser(unbalanced());

    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();

    private Nesting() {}

    /// Each with its line; empty where all is well.
    static List<String> faults(String html) {
        var nesting = new Nesting();
        try {
            PARSER.parse(html, nesting);
        } catch (ParseException unreadable) {
            nesting.faults.add(String.valueOf(unreadable.getMessage()));
        }
        nesting.open.forEach(it -> nesting.faults.add("<" + it + "> is never closed"));
        return List.copyOf(nesting.faults);
    }

    private static ParseConfiguration unbalanced() {
        var configuration = ParseConfiguration.htmlConfiguration();
        configuration.setElementBalancing(ElementBalancing.NO_BALANCING);
        return configuration;
    }

    @Override
    public void handleStandaloneElementStart(
            char[] buffer, int nameOffset, int nameLen, boolean minimized, int line, int col) {
        check(name(buffer, nameOffset, nameLen), line);
    }

    @Override
    public void handleOpenElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
        String name = name(buffer, nameOffset, nameLen);
        check(name, line);
        open.push(name);
    }

    @Override
    public void handleCloseElementStart(char[] buffer, int nameOffset, int nameLen, int line, int col) {
        String name = name(buffer, nameOffset, nameLen);
        if (name.equals(open.peek())) {
            open.pop();
        } else {
            faults.add("line %d: </%s> closes <%s>".formatted(line, name, open.peek()));
            open.removeFirstOccurrence(name);
        }
    }

    private void check(String name, int line) {
        if (isOfAnotherNamespace(name)) {
            return;
        }
        String parent = around();
        boolean wrong = PHRASING_ONLY.contains(parent) && BLOCKS.contains(name) && !isHeadingOf(parent, name)
                || NEVER_WITHIN.getOrDefault(name, Set.of()).stream().anyMatch(open::contains)
                || !parent.isEmpty()
                        && ONLY_IN.containsKey(name)
                        && !ONLY_IN.getOrDefault(name, Set.of()).contains(parent)
                || NOTHING_BUT.containsKey(parent)
                        && !NOTHING_BUT.getOrDefault(parent, Set.of()).contains(name);
        if (wrong) {
            faults.add("line %d: <%s> in <%s>".formatted(line, name, String.join("> in <", open)));
        }
    }

    private static boolean isHeadingOf(String parent, String name) {
        return (parent.equals("summary") || parent.equals("legend")) && HEADINGS.contains(name);
    }

    /// What it lies in and that says what may lie there; empty where a fragment begins.
    private String around() {
        return open.stream()
                .filter(it -> !isOfAnotherNamespace(it) && !TRANSPARENT.contains(it))
                .findFirst()
                .filter(it -> !it.equals("body"))
                .orElse("");
    }

    private static boolean isOfAnotherNamespace(String name) {
        return name.contains(":");
    }

    private static String name(char[] buffer, int offset, int length) {
        return new String(buffer, offset, length).toLowerCase(Locale.ROOT);
    }
}
