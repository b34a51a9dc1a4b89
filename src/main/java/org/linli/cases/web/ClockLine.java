package org.linli.cases.web;

import org.linli.cases.Deadline;
import org.linli.cases.Miss;
import org.linli.cases.SpokenTime;

/// One clock of a case, or one that was missed, in the words of the page.
///
/// @param left how long until then or since; of what was missed, who had it
public record ClockLine(String name, String due, String left, boolean late) {

    static ClockLine of(Deadline clock, AtTheDesk.Look look) {
        return new ClockLine(
                look.words().clock(clock.name()),
                SpokenTime.exactly(clock.dueAt()),
                new SpokenTime(look.words(), look.now()).left(clock.dueAt()),
                clock.dueAt().isBefore(look.now()));
    }

    static ClockLine of(Miss miss, AtTheDesk.Look look) {
        String assignee = miss.assignee();
        String person = assignee == null
                ? ""
                : look.map().staffMember(assignee).map(it -> it.name()).orElse(assignee);
        return new ClockLine(
                look.words().clock(miss.clock()),
                SpokenTime.exactly(miss.dueAt()),
                "%s %s %s"
                        .formatted(
                                look.facts().unit(miss.unit()),
                                person,
                                look.words().state(miss.state()))
                        .strip(),
                true);
    }
}
