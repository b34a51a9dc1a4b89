package org.linli.understanding.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `--name value` and `--flag`, as they were typed.
final class Options {

    private final Map<String, String> given = new HashMap<>();

    /// @param valued options that take a value; `flags` take none
    Options(List<String> typed, Set<String> valued, Set<String> flags) {
        for (var words = typed.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (flags.contains(word)) {
                given.put(word, "");
            } else if (!valued.contains(word)) {
                throw new WrongArguments("unknown argument '%s', see: intents -h".formatted(word));
            } else if (!words.hasNext()) {
                throw new WrongArguments("'%s' needs a value, see: intents -h".formatted(word));
            } else {
                given.put(word, words.next());
            }
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String get(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise, int least, int most) {
        String typed = given.getOrDefault(name, String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below, like a number out of range
        }
        throw new WrongArguments("%s '%s', expected a number from %d to %d".formatted(name, typed, least, most));
    }
}
