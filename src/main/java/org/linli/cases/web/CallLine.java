package org.linli.cases.web;

import org.linli.cases.Case;
import org.linli.cases.SpokenTime;
import org.linli.cases.behalf.OnBehalf;

/// Somebody whom staff has to tell how a case stands.
///
/// @param told how long ago they were told something last
record CallLine(String number, String what, String state, String name, String told) {

    static CallLine of(OnBehalf it, Case about, AtTheDesk.Look look) {
        return new CallLine(
                it.number(),
                look.facts().line(about),
                look.words().state(about.state()),
                PersonLine.masked(it.caller().name()),
                new SpokenTime(look.words(), look.now()).ago(it.toldAt()));
    }

    @Override
    public String toString() {
        return "CallLine[]";
    }
}
