package org.linli.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A column of the board: states in which the same people have to do the same thing next.
public enum BoardColumn {
    /// The desk has to find somebody.
    TO_PLACE(State.RECEIVED, State.RETURNED),
    /// A unit has to accept it.
    TO_ACCEPT(State.ASSIGNED, State.PASSED_ON, State.REOPENED),
    IN_PROGRESS(State.IN_PROGRESS),
    /// The resident has to say something.
    WAITING(State.WAITING),
    /// The residents have to say whether it is done.
    RESOLVED(State.RESOLVED);

    private final Set<State> states;

    BoardColumn(State first, State... more) {
        this.states = EnumSet.of(first, more);
    }

    public Set<State> states() {
        return Set.copyOf(states);
    }

    /// For [DeskFilter]: the state where there is only one, otherwise [#word].
    public String filter() {
        return states.size() == 1 ? states.iterator().next().name() : word();
    }

    /// As words of pages are named: `to-accept`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<BoardColumn> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
