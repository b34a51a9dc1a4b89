package org.linli.community.file;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.community.file.Problem.What;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/// What broke the YAML of a file, as one problem with its line and column, so that pages can say it in their language:
/// the library's own words are English, and tell of its parser.
///
/// A key that stands twice, a colon, a quote and a bracket are named where they begin, all else where it was noticed.
record BrokenYaml(String file) {

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"", Pattern.DOTALL);

    Problem why(JacksonException broken) {
        return broken.getCause() instanceof MarkedYamlEngineException marked ? why(marked) : twiceOrElse(broken);
    }

    private Problem why(MarkedYamlEngineException broken) {
        String problem = broken.getProblem();
        String context = broken.getContext() == null ? "" : broken.getContext();
        Mark begun = broken.getContextMark().or(broken::getProblemMark).orElse(null);
        Mark noticed = broken.getProblemMark().orElse(null);
        if (problem.contains("TAB")) {
            return at(noticed, What.YAML_TAB);
        }
        if (problem.contains("cannot start any token")) {
            return at(noticed, What.YAML_START);
        }
        if (problem.contains("mapping values are not allowed")) {
            return at(noticed, What.YAML_COLON_TOO_MANY);
        }
        if (problem.contains("could not find expected ':'")) {
            return at(begun, What.YAML_COLON);
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return at(begun, What.YAML_QUOTE);
        }
        if (context.contains("flow")) {
            return at(begun, What.YAML_BRACKET);
        }
        return at(noticed, problem.contains("expected <block end>") ? What.YAML_INDENT : What.NO_YAML);
    }

    /// The library tells where the second key ends.
    private Problem twiceOrElse(JacksonException broken) {
        var at = broken.getLocation();
        int line = at == null ? 0 : Math.max(at.getLineNr(), 0);
        int column = at == null ? 1 : Math.max(at.getColumnNr(), 1);
        var twice = TWICE.matcher(broken.getOriginalMessage());
        return twice.lookingAt()
                ? new Problem(
                        file,
                        line,
                        What.YAML_TWICE,
                        shown(column - twice.group(1).length()),
                        twice.group(1))
                : new Problem(file, line, What.NO_YAML, shown(column));
    }

    private static String shown(int column) {
        return Integer.toString(Math.max(column, 1));
    }

    private Problem at(@Nullable Mark mark, What what) {
        return mark == null
                ? new Problem(file, 0, what, "1")
                : new Problem(file, mark.getLine() + 1, what, shown(mark.getColumn() + 1));
    }
}
