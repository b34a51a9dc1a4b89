package org.linli.polls.web;

import org.jspecify.annotations.Nullable;
import org.linli.polls.voiding.Annulment.Why;

/// What staff wants to take out, or decides about. Anything may be missing.
///
/// @param voter  whose ballot, as the register calls them
/// @param of     number of what is decided
record OversightForm(
        @Nullable String voter,
        @Nullable String why,
        @Nullable String reason,
        @Nullable Integer of) {

    static final OversightForm EMPTY = new OversightForm(null, null, null, null);

    public String whose() {
        return voter == null ? "" : voter;
    }

    /// The usual one where none was chosen.
    public Why because() {
        return Why.NOT_ENTITLED.name().equals(why) ? Why.NOT_ENTITLED : Why.WRONG_PAPER;
    }

    /// In one line.
    public String said() {
        return reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
    }

    int number() {
        return of == null ? 0 : of;
    }

    /// Whose ballot it is is nobody's business who reads logs.
    @Override
    public String toString() {
        return "OversightForm[]";
    }
}
