package org.linli.cases.rules;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.linli.cases.Act;
import org.linli.cases.State;

/// Whether a rule ends and reopens cases as the service counts it: done is what somebody called done, at a time, and
/// what goes on after that has a new promise. A case that ended otherwise would never be asked about nor closed. Pure.
record CheckEnds(Rule rule) {

    private static final Set<Act.Kind> REOPEN = EnumSet.of(Act.Kind.REOPEN, Act.Kind.REJECT);

    /// The key of what is wrong. Empty: nothing.
    Optional<String> fault() {
        if (rule.act() == Act.Kind.RESOLVE) {
            return when(!leadsOut(), "resolve-goes-on");
        }
        if (REOPEN.contains(rule.act())) {
            return when(!leadsBack(), "reopen-stays-done");
        }
        if (rule.act() == Act.Kind.PROMISE && leadsOut()) {
            return Optional.of("promise-ends");
        }
        return when(leadsToDone() && mayBeOpen(), "done-unresolved")
                .or(() -> when(leadsBack() && mayBeDone(), "goes-on-unasked"));
    }

    private boolean leadsOut() {
        var to = rule.to();
        return to != null && !to.isOpen();
    }

    private boolean leadsBack() {
        var to = rule.to();
        return to != null && to.isOpen();
    }

    private boolean leadsToDone() {
        var to = rule.to();
        return to != null && to.awaitsVerdict();
    }

    private boolean mayBeOpen() {
        return rule.in().stream().anyMatch(State::isOpen);
    }

    private boolean mayBeDone() {
        return rule.in().stream().anyMatch(it -> !it.isOpen());
    }

    private static Optional<String> when(boolean wrong, String key) {
        return wrong ? Optional.of(key) : Optional.empty();
    }
}
