package org.linli.platform.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What one version of a file says.
///
/// It may stand in the place of the version that came with the program when it says everything that that one says,
/// with the same named places (`{choices}`), and, where that one has numbered places (`{0}`), as a
/// [MessageFormat] that uses no others.
///
/// @param words by key
/// @param text  as it stands in the file
record Wording(Map<String, String> words, String text) {

    private static final Pattern NAMED = Pattern.compile("\\{([a-z][A-Za-z-]*)}");
    private static final Pattern NUMBERED = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(?![0-9A-Fa-f]{4})");

    /// @throws BrokenWords
    static Wording read(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException malformed) {
            throw new BrokenWords(lineOf(ESCAPE, text), "\\u wants four digits behind it");
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return new Wording(words, text);
    }

    /// This one, because it can stand in its place.
    ///
    /// @throws BrokenWords
    Wording insteadOf(Wording packed) {
        packed.words.forEach((key, before) -> {
            String said = words.get(key);
            if (said == null) {
                throw new BrokenWords("'%s' is missing".formatted(key));
            }
            if (!places(NAMED, said).equals(places(NAMED, before))) {
                throw broken(key, "expected the places " + places(NAMED, before));
            }
            if (!places(NUMBERED, before).isEmpty()) {
                requireFormat(key, said, places(NUMBERED, before));
            }
        });
        return this;
    }

    private void requireFormat(String key, String said, Set<String> known) {
        try {
            var format = new MessageFormat(said);
            if (known.containsAll(places(NUMBERED, said))) {
                format.format(new Object[0]);
                return;
            }
        } catch (IllegalArgumentException malformed) {
            throw broken(key, String.valueOf(malformed.getMessage()));
        }
        throw broken(key, "expected no other places than " + known);
    }

    private BrokenWords broken(String key, String why) {
        var line = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=: ]");
        return new BrokenWords(lineOf(line, text), "'%s': %s".formatted(key, why));
    }

    private static Set<String> places(Pattern pattern, String words) {
        var places = new TreeSet<String>();
        pattern.matcher(words).results().map(it -> it.group(1)).forEach(places::add);
        return places;
    }

    /// The first, where there is none.
    private static int lineOf(Pattern pattern, String text) {
        int at = pattern.matcher(text)
                .results()
                .map(MatchResult::start)
                .findFirst()
                .orElse(0);
        return 1 + (int) text.substring(0, at).chars().filter(it -> it == '\n').count();
    }
}
