package org.linli.understanding;

import java.time.LocalDateTime;
import org.linli.understanding.entities.FindEntities;
import org.springframework.stereotype.Component;

/// What a text names, by rules alone, for those who do not ask what it wants. Pure computation, microseconds.
@Component
public class NameEntities {

    /// @param now local time, for "since yesterday"
    public Entities in(String text, LocalDateTime now) {
        return FindEntities.in(text, now);
    }
}
