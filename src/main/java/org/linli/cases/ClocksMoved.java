package org.linli.cases;

import java.util.List;
import java.util.stream.Stream;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Clocks of a case begin, or begin anew, and others end.
record ClocksMoved(CommunityId community, String number, List<Deadline> begun, List<String> ended) implements Effect {

    ClocksMoved {
        begun = List.copyOf(begun);
        ended = List.copyOf(ended);
    }

    ClocksMoved and(ClocksMoved other) {
        return new ClocksMoved(
                community,
                number,
                Stream.concat(begun.stream(), other.begun.stream()).toList(),
                Stream.concat(ended.stream(), other.ended.stream()).toList());
    }

    boolean isNothing() {
        return begun.isEmpty() && ended.isEmpty();
    }
}
