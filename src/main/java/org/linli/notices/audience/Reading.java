package org.linli.notices.audience;

import org.linli.community.choosing.Whom;

/// What became of a line about an audience.
public sealed interface Reading {

    record Understood(Whom whom) implements Reading {}

    /// @param at   where in the line, from 0
    /// @param what is not understood there; empty at the end of the line
    record NotUnderstood(Why why, int at, String what) implements Reading {}

    enum Why {
        EMPTY,
        UNKNOWN_NAME,
        SEVERAL_PLACES,
        NAME_MISSING,
        BRACKET_MISSING;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
