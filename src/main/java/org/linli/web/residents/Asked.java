package org.linli.web.residents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a form of the page hands in. All of it travels in the body: a name has no place in an address.
///
/// @param act      `find`, `show`, `verify`, `undo`
/// @param building a place's id; empty for all
/// @param resident the id of whom an act is about
/// @param why      for `show`: the reason
record Asked(
        @Nullable String act,
        @Nullable String text,
        @Nullable String building,
        @Nullable Integer page,
        @Nullable String resident,
        @Nullable String why) {

    /// Why somebody looks at personal data; their words are in `web.properties`.
    static final List<String> REASONS = List.of("case", "visit", "verify", "other");

    private static final int LONGEST = 60;
    private static final int LAST_PAGE = 10_000;

    String words() {
        String said = text == null ? "" : text.strip();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    String place() {
        return building == null ? "" : building;
    }

    int number() {
        return page == null ? 0 : Math.clamp(page, 0, LAST_PAGE);
    }

    String whom() {
        return resident == null ? "" : resident;
    }

    /// One of [#REASONS], the last one for whatever is none.
    String reason() {
        return why != null && REASONS.contains(why) ? why : REASONS.getLast();
    }

    String what() {
        return act == null ? "find" : act;
    }

    @Override
    public String toString() {
        return "Asked[" + what() + "]";
    }
}
