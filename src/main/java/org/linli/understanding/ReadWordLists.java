package org.linli.understanding;

import java.time.LocalDateTime;
import org.linli.understanding.entities.FindEntities;
import org.springframework.stereotype.Component;

/// Reads the packed lists of words at the start, not with the first message on a thread that must not wait.
@Component
class ReadWordLists {

    ReadWordLists() {
        FindEntities.in("端午", LocalDateTime.of(2026, 1, 1, 0, 0));
        Likeness.of("", "");
        PersonNames.in("");
        NamesOfOthers.in("");
    }
}
