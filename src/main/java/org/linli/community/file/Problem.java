package org.linli.community.file;

import java.util.List;

/// What is wrong with a file, and where.
///
/// @param sheet on which the line stands, where the file has several; otherwise empty
/// @param line  1 is the first; 0 where something is missing that has no line
/// @param said  what the words of [What] tell of: columns, values, what was expected
public record Problem(String file, String sheet, int line, What what, List<String> said) {

    /// With its English words, in which `%s` stands for what was said; pages have words of their own.
    public enum What {
        NO_FILE("there is no such file (expected: a .yaml or .xlsx file)"),
        OTHER_FORMAT("this is a %s file (expected: .yaml or .xlsx)"),
        NO_UTF8("this is not written in UTF-8"),
        NO_YAML("%s"),
        NO_XLSX("this is no .xlsx file"),
        NO_TABLES("no tables (expected: community:, places:, units:, …)"),
        NO_TABLE("table '%s' is no table (expected: one of %s)"),
        NO_COLUMN("column '%s' is no column of %s (expected: one of %s)"),
        NO_COLUMNS("'%s' has no columns here (expected: name: value, …)"),
        NESTED("'%s' is nested (expected: a text)"),
        HEADS("%s rows in the table community (expected: one, with an id)"),
        NO_COMMUNITY_ID("community id: '%s' (expected: a lower-case letter, then up to 31 letters, digits or dashes)"),
        NO_ADMINISTRATOR("no administrator who can sign in would be left"),
        NO_DESK("no unit of kind desk (expected: one, which takes what nobody else takes)"),
        STILL_USED("unit '%s' is retired while %s '%s' still belongs to it"),
        STILL_OPEN("unit '%s' is retired while %s of its cases are open"),
        CLOSED("%s '%s' is closed (expected: a place that is open)"),
        STILL_THERE("place '%s' is closed while there are %s %s"),
        ABOVE_ITSELF("unit '%s' lies above itself"),
        TWICE("%s '%s' stands here a second time"),
        PLACE_TWICE("place '%s' is described a second time"),
        ALONE("%s stands without %s"),
        NOT_LARGER("parent '%s' is not larger than a %s"),
        NO_ID("%s '%s' is no id (expected: letters, digits, dashes)"),
        MISSING("%s is missing in %s"),
        NO_NUMBER("%s '%s' is no number up to 999"),
        NO_DEGREES("%s '%s' is no number of degrees from -%s to %s"),
        NO_ADDRESS("%s is no address (expected: channel:account:person or group:id)"),
        NO_HOURS("%s '%s' is no stretch of the day (expected: like 22:00-7:00)"),
        UNEXPECTED("%s '%s' is %s (expected: one of %s)");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    public Problem {
        said = List.copyOf(said);
    }

    public Problem(String file, int line, What what, String... said) {
        this(file, "", line, what, List.of(said));
    }

    /// For whoever typed it and knows of no file.
    public Problem withoutLine() {
        return new Problem(file, "", 0, what, said);
    }

    @Override
    public String toString() {
        String words = what.words.formatted(said.toArray());
        String where = where();
        return where.isEmpty() ? words : "%s: %s".formatted(where, words);
    }

    private String where() {
        if (line == 0) {
            return file;
        }
        return sheet.isEmpty() ? "%s line %d".formatted(file, line) : "%s %s line %d".formatted(file, sheet, line);
    }
}
