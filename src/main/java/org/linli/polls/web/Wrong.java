package org.linli.polls.web;

/// Why something that staff wanted was not done.
///
/// @param field beside which it is said; empty: beside none
/// @param why   a key of what the page says
record Wrong(String field, String why) {

    static final Wrong LATE = new Wrong("", "rounds.act.trouble.LATE");
    static final Wrong CHANGED_MEANWHILE = new Wrong("", "rounds.act.trouble.CONFLICT");

    static Wrong in(String field, String why) {
        return new Wrong(field, "rounds.act.trouble." + why);
    }
}
