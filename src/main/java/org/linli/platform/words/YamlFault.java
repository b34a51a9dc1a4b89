package org.linli.platform.words;

import java.text.MessageFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/// What broke the YAML of a file that people write, and where: the library's own words tell of its parser, in English.
///
/// A key that stands twice, a colon, a quote and a bracket are named where they begin, all else where it was noticed.
///
/// @param line   1 is the first; 0 where nobody knows
/// @param column likewise, at least 1
/// @param key    that stands twice; otherwise empty
public record YamlFault(What what, int line, int column, String key) {

    /// With its English words; the Chinese ones are in `templates/messages/yaml.properties`.
    public enum What {
        OTHER("this is no YAML"),
        TAB("a tab (expected: spaces)"),
        INDENT("indented otherwise than the lines it belongs to"),
        TWICE("'%s' stands here a second time"),
        COLON("a colon with a space after it is missing (expected: name: value)"),
        COLON_TOO_MANY("a second colon (expected: quotes around the value, or less indentation)"),
        QUOTE("a quote that does not end"),
        BRACKET("a bracket that does not close, or a comma is missing in it"),
        START("a value cannot begin so (expected: quotes around it)");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"", Pattern.DOTALL);
    private static final WordFile CHINESE = WordFile.of("templates/messages", "yaml.properties");

    public static YamlFault of(JacksonException broken) {
        return broken.getCause() instanceof MarkedYamlEngineException marked ? of(marked) : twiceOrElse(broken);
    }

    private static YamlFault of(MarkedYamlEngineException broken) {
        String problem = broken.getProblem();
        String context = broken.getContext() == null ? "" : broken.getContext();
        Mark begun = broken.getContextMark().or(broken::getProblemMark).orElse(null);
        Mark noticed = broken.getProblemMark().orElse(null);
        if (problem.contains("TAB")) {
            return at(noticed, What.TAB);
        }
        if (problem.contains("cannot start any token")) {
            return at(noticed, What.START);
        }
        if (problem.contains("mapping values are not allowed")) {
            return at(noticed, What.COLON_TOO_MANY);
        }
        if (problem.contains("could not find expected ':'")) {
            return at(begun, What.COLON);
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return at(begun, What.QUOTE);
        }
        if (context.contains("flow")) {
            return at(begun, What.BRACKET);
        }
        return at(noticed, problem.contains("expected <block end>") ? What.INDENT : What.OTHER);
    }

    /// The library tells where the second key ends.
    private static YamlFault twiceOrElse(JacksonException broken) {
        var at = broken.getLocation();
        int line = at == null ? 0 : Math.max(at.getLineNr(), 0);
        int column = at == null ? 1 : at.getColumnNr();
        var twice = TWICE.matcher(broken.getOriginalMessage());
        return twice.lookingAt()
                ? twice(line, column - twice.group(1).length(), twice.group(1))
                : new YamlFault(What.OTHER, line, Math.max(column, 1), "");
    }

    static YamlFault twice(int line, int column, String key) {
        return new YamlFault(What.TWICE, line, Math.max(column, 1), key);
    }

    private static YamlFault at(@Nullable Mark mark, What what) {
        return mark == null
                ? new YamlFault(what, 0, 1, "")
                : new YamlFault(what, mark.getLine() + 1, mark.getColumn() + 1, "");
    }

    /// For people at a page, without the line.
    public String told() {
        return new MessageFormat(CHINESE.say("yaml." + what)).format(new Object[] {Integer.toString(column), key});
    }

    /// For logs and whoever works at the machine, without the line.
    @Override
    public String toString() {
        return "column %d: %s".formatted(column, what.words.formatted(key));
    }
}
