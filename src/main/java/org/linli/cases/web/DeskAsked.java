package org.linli.cases.web;

import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage.Cursor;

/// What the address of a list says; anything may stand there.
///
/// @param after where the page begins
record DeskAsked(
        @Nullable String state,
        @Nullable String unit,
        @Nullable String label,
        @Nullable Boolean late,
        @Nullable String text,
        @Nullable String whose,
        @Nullable String priority,
        @Nullable String after) {

    DeskFilter filter() {
        return DeskFilter.of(state, unit, label, Boolean.TRUE.equals(late), text)
                .whose(whose)
                .pressing(priority);
    }

    Cursor from() {
        return Cursor.parse(after);
    }
}
