package org.linli.cases;

import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.NOT_NOW;
import static org.linli.cases.Outcome.Refusal.PICTURE_MISSING;
import static org.linli.cases.Outcome.Refusal.STAFF_ONLY;
import static org.linli.cases.Outcome.Refusal.WORDS_MISSING;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rules that a case runs under from its beginning to its end, whatever is written into the files meanwhile: pure.
public record Workflow(Course course, Definition definition) {

    /// Why this may not be done. Empty when it may.
    Optional<Outcome.Refusal> refuses(Act act, Who who, State state) {
        var rule = definition.rules().get(act.kind());
        if (rule == null) {
            return Optional.of(NOT_NOW);
        }
        if (!rule.by().contains(who.kind())) {
            return Optional.of(STAFF_ONLY);
        }
        if (rule.needs().contains(Rule.Need.NOTE) && act.said().isBlank()) {
            return Optional.of(WORDS_MISSING);
        }
        if (rule.needs().contains(Rule.Need.PICTURE) && act.shown().isEmpty()) {
            return Optional.of(PICTURE_MISSING);
        }
        return rule.in().contains(state) ? Optional.empty() : Optional.of(tooLate(act, rule, state));
    }

    private static Outcome.Refusal tooLate(Act act, Rule rule, State state) {
        boolean judgedTwice = act instanceof Act.Rate && state == State.RATED;
        return state == rule.to() || judgedTwice ? ALREADY_DONE : NOT_NOW;
    }

    /// Where an act leads that was not refused; the same state where it leads nowhere else.
    State after(Act.Kind act, State now) {
        var rule = definition.rules().get(act);
        return rule == null || rule.to() == null ? now : rule.to();
    }

    /// Whether such an act may be possible now for such a person.
    public boolean allows(Act.Kind act, Who.Kind who, State state) {
        var rule = definition.rules().get(act);
        return rule != null && rule.in().contains(state) && rule.by().contains(who);
    }

    /// What such a person may do now, in the order of the vocabulary.
    public List<Act.Kind> possible(Who.Kind who, State state) {
        return Arrays.stream(Act.Kind.values())
                .filter(act -> allows(act, who, state))
                .toList();
    }

    /// What has to be given with an act.
    public boolean needs(Act.Kind act, String what) {
        var rule = definition.rules().get(act);
        return rule != null && rule.needs().stream().anyMatch(it -> it.name().equals(what));
    }

    /// By when it is solved if it begins now.
    Instant promise(String label, Instant now) {
        return now.plus(clock(ClockRule.SOLVE).within(label).asCalendar());
    }

    ClockRule clock(String name) {
        return definition.clocks().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no clock '" + name + "'"));
    }
}
