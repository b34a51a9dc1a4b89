package org.linli.understanding.command;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.entities.FindEntities;

/// `{"text","building","unit","room","floor","phone","time","plate","amount"}` for a line, `null` where it names none.
record NameEntities(LocalDateTime now) {

    Map<String, ?> answer(String line) {
        var found = FindEntities.in(line, now);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("text", line);
        answer.put("building", found.building());
        answer.put("unit", found.unit());
        answer.put("room", found.room());
        answer.put("floor", found.floor());
        answer.put("phone", found.phone());
        answer.put("time", found.time());
        answer.put("plate", found.plate());
        answer.put("amount", found.amount());
        return answer;
    }
}
