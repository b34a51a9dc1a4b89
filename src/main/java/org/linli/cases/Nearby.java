package org.linli.cases;

import java.util.List;

/// What is open at a spot, and the version of the spot at which that was true.
///
/// @param seen   zero where nothing ever happened
/// @param before how many cases of the label were opened there this year, finished ones as well
record Nearby(long seen, long before, List<Case> cases) {

    static final Nearby NOTHING = new Nearby(0, 0, List.of());

    Nearby {
        cases = List.copyOf(cases);
    }
}
