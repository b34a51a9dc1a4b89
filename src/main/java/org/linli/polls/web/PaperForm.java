package org.linli.polls.web;

import org.jspecify.annotations.Nullable;

/// What staff enters for somebody. Anything may be missing.
///
/// @param voter whose voice it is, as the register calls them
/// @param marks what stands on the paper, as people write it: `3 5 7`
/// @param agent the resident who votes for them
record PaperForm(
        @Nullable String voter,
        @Nullable String marks,
        @Nullable String agent) {

    static final PaperForm EMPTY = new PaperForm(null, null, null);

    private static final int LONGEST = 200;

    String of() {
        return voter == null ? "" : voter;
    }

    String read() {
        String bare = marks == null ? "" : marks.strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    String by() {
        return agent == null ? "" : agent;
    }

    /// What somebody votes is nobody's business.
    @Override
    public String toString() {
        return "PaperForm[]";
    }
}
