package org.linli.teaching;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The messages of a page that somebody pasted, one a line: without marks of a list, without the lines in which a chat
/// names who wrote and when, each once. Pure.
final class PastedLines {

    /// More is another page.
    static final int MOST = 200;

    private static final int SHORTEST = 2;
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*•·▸]|\\d{1,3}[.、)）])\\s*(?=\\D)");
    private static final Pattern WHO_AND_WHEN = Pattern.compile(
            "^.{0,30}?(?:\\d{4}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?)?\\s*(?:[上下中]午|凌晨|早上|晚上|[AaPp][Mm])?\\s*\\d{1,2}:\\d{2}(?::\\d{2})?$"
                    + "|^\\d{4}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?$");

    private PastedLines() {}

    static List<String> of(String page) {
        return of(Arrays.asList(page.split("\\R")));
    }

    static List<String> of(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !WHO_AND_WHEN.matcher(line).matches())
                .map(line -> LIST_MARK.matcher(line).replaceFirst("").strip())
                .filter(line -> line.length() >= SHORTEST && line.length() <= WriteTeachables.LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
