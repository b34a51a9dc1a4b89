package org.linli.platform.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `--name value` and `--flag`, as they were typed. Whatever is wrong with them is told by [WrongArguments].
public final class Options {

    private final Map<String, String> given = new HashMap<>();

    /// @param command of which `-h` tells more, like `polls`
    /// @param valued options that take a value; `flags` take none
    public Options(String command, List<String> typed, Set<String> valued, Set<String> flags) {
        for (var words = typed.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (given.containsKey(word)) {
                throw new WrongArguments("'%s' is there twice, see: %s -h".formatted(word, command));
            } else if (flags.contains(word)) {
                given.put(word, "");
            } else if (!valued.contains(word)) {
                throw new WrongArguments("unknown argument '%s', see: %s -h".formatted(word, command));
            } else if (!words.hasNext()) {
                throw new WrongArguments("'%s' needs a value, see: %s -h".formatted(word, command));
            } else {
                given.put(word, words.next());
            }
        }
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public String get(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise, int least, int most) {
        return (int) number(name, otherwise, (long) least, most);
    }

    public long number(String name, long otherwise, long least, long most) {
        String typed = given.getOrDefault(name, String.valueOf(otherwise));
        try {
            long number = Long.parseLong(typed);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below, like a number out of range
        }
        throw new WrongArguments("%s '%s', expected a number from %d to %d".formatted(name, typed, least, most));
    }
}
