package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.linli.cases.rules.ClockRule;

/// Which clocks begin and end when a case changes: pure. They follow from the two states of the case alone, so none is
/// ever lost: what runs is what the workflow says for the state the case is in.
record RunClocks(Workflow workflow, Instant now) {

    /// @param before `null` when the case begins
    ClocksMoved from(@Nullable Case before, Case after) {
        var begun = new ArrayList<Deadline>();
        var ended = new ArrayList<String>();
        for (ClockRule rule : workflow.definition().clocks()) {
            boolean ran = before != null && runs(rule, before.state());
            boolean runs = runs(rule, after.state());
            if (runs && (!ran || beginsAnew(rule, before, after))) {
                begun.add(deadline(rule, after));
            }
            if (ran && !runs) {
                ended.add(rule.name());
            }
        }
        if (before != null && before.isOpen() && !after.isOpen()) {
            ended.add(Deadline.PROMISE);
        }
        return new ClocksMoved(after.community(), after.number(), begun, ended);
    }

    /// While the resident has to say something, no clock runs.
    static boolean runs(ClockRule rule, State state) {
        return rule.in().contains(state) && state != State.WAITING;
    }

    private static boolean beginsAnew(ClockRule rule, @Nullable Case before, Case after) {
        if (before == null) {
            return true;
        }
        return rule.name().equals(ClockRule.SOLVE)
                ? !before.care().dueAt().equals(after.care().dueAt())
                : !before.care().unit().equals(after.care().unit()) || isSooner(rule, before, after);
    }

    /// Whoever has it has less time for something more pressing, from now on.
    private static boolean isSooner(ClockRule rule, Case before, Case after) {
        String label = after.problem().label();
        var priority = after.care().priority();
        var was = before.care().priority();
        return priority.isAbove(was) && !rule.within(label, priority).equals(rule.within(label, was));
    }

    private Deadline deadline(ClockRule rule, Case it) {
        var dueAt = rule.name().equals(ClockRule.SOLVE)
                ? it.care().dueAt()
                : workflow.end(rule, it.problem().label(), it.care().priority(), now);
        return at(it, rule.name(), dueAt);
    }

    /// Warned of in the last quarter. What is over already, as in made-up history, is silent.
    Deadline at(Case it, String name, Instant dueAt) {
        var left = Duration.between(now, dueAt);
        return left.isPositive()
                ? new Deadline(
                        it.community(),
                        it.number(),
                        name,
                        dueAt,
                        Deadline.Stage.WARN,
                        0,
                        dueAt.minus(left.dividedBy(4)))
                : new Deadline(it.community(), it.number(), name, dueAt, Deadline.Stage.OVER, 0, null);
    }
}
