package org.linli.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.dialogue.extract.Exchanged;
import org.linli.platform.words.Masked;

/// What a resident said, named by its millisecond and which one of that millisecond it is: messages of a group arrive
/// together.
///
/// @param nth from 0
record SaidLine(Exchanged it, int nth) {

    /// @param lines the earliest first
    static List<SaidLine> of(List<Exchanged> lines) {
        var named = new ArrayList<SaidLine>();
        for (Exchanged line : lines) {
            boolean together = !named.isEmpty() && named.getLast().millis() == millis(line);
            named.add(new SaidLine(line, together ? named.getLast().nth() + 1 : 0));
        }
        return named;
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", millis());
        json.put("nth", nth);
        json.put("words", Masked.words(it.words()));
        return json;
    }

    /// Unlike that of any other of the case.
    String place() {
        return millis() + " " + nth;
    }

    private long millis() {
        return millis(it);
    }

    private static long millis(Exchanged line) {
        return line.at().toEpochMilli();
    }
}
