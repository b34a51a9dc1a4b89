package org.linli.cases.rules;

import java.util.List;
import org.linli.cases.CaseWords;

/// What is wrong with a file of rules, and where.
///
/// @param line 1 is the first
/// @param key  of the words below `fault.` that say it
/// @param what the facts of these words
public record Fault(String file, int line, String key, List<String> what) {

    public Fault {
        what = List.copyOf(what);
    }

    static Fault of(String file, int line, String key, Object... what) {
        return new Fault(
                file, line, key, List.of(what).stream().map(Object::toString).toList());
    }

    /// In the words of the page: `complaint.yml 第 4 行:没有“fly”这种办理`.
    public String told(CaseWords words) {
        return words.say("fault.at", file, String.valueOf(line), words.say("fault." + key, what.toArray()));
    }
}
