package org.linli.cases;

import static org.linli.cases.Outcome.Refusal.ALREADY_DONE;
import static org.linli.cases.Outcome.Refusal.AMOUNT_MISSING;
import static org.linli.cases.Outcome.Refusal.NOT_NOW;
import static org.linli.cases.Outcome.Refusal.PICTURE_MISSING;
import static org.linli.cases.Outcome.Refusal.STAFF_ONLY;
import static org.linli.cases.Outcome.Refusal.WORDS_MISSING;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.cases.rules.ClockRule;
import org.linli.cases.rules.Definition;
import org.linli.cases.rules.Rule;
import org.linli.cases.worktime.Span;
import org.linli.cases.worktime.WorkCalendar;

/// The rules that a case runs under from its beginning to its end, whatever is written into the files meanwhile: pure.
///
/// @param hours of the community, as they are now
public record Workflow(Course course, Definition definition, WorkCalendar hours) {

    /// Why this may not be done. Empty when it may.
    Optional<Outcome.Refusal> refuses(Act act, Who who, State state) {
        var rules = definition.rules(act.kind());
        var here = rules.stream().filter(it -> it.in().contains(state)).findFirst();
        if (rules.stream().noneMatch(it -> it.by().contains(who.kind()))) {
            return Optional.of(rules.isEmpty() ? NOT_NOW : STAFF_ONLY);
        }
        return here.map(rule -> missing(act, who, rule)).orElseGet(() -> Optional.of(tooLate(act, rules, state)));
    }

    private static Optional<Outcome.Refusal> missing(Act act, Who who, Rule rule) {
        if (!rule.by().contains(who.kind())) {
            return Optional.of(STAFF_ONLY);
        }
        if (rule.needs().contains(Rule.Need.NOTE) && act.said().isBlank()) {
            return Optional.of(WORDS_MISSING);
        }
        if (rule.needs().contains(Rule.Need.AMOUNT) && Amount.in(act.said()).isEmpty()) {
            return Optional.of(AMOUNT_MISSING);
        }
        return rule.needs().contains(Rule.Need.PICTURE) && act.shown().isEmpty()
                ? Optional.of(PICTURE_MISSING)
                : Optional.empty();
    }

    private static Outcome.Refusal tooLate(Act act, List<Rule> rules, State state) {
        boolean judgedTwice = act instanceof Act.Rate && state == State.RATED;
        return judgedTwice || rules.stream().anyMatch(it -> it.to() == state) ? ALREADY_DONE : NOT_NOW;
    }

    /// Where an act leads that was not refused; the same state where it leads nowhere else.
    State after(Act.Kind act, State now) {
        return leads(act, now).orElse(now);
    }

    /// Where the file says that an act leads. Empty where it says nothing.
    Optional<State> leads(Act.Kind act, State now) {
        return rule(act, now).map(Rule::to);
    }

    private Optional<Rule> rule(Act.Kind act, State state) {
        return definition.rules(act).stream()
                .filter(it -> it.in().contains(state))
                .findFirst();
    }

    /// Whether such an act may be possible now for such a person.
    public boolean allows(Act.Kind act, Who.Kind who, State state) {
        return rule(act, state).filter(it -> it.by().contains(who)).isPresent();
    }

    /// What such a person may do now, in the order of the vocabulary.
    public List<Act.Kind> possible(Who.Kind who, State state) {
        return Arrays.stream(Act.Kind.values())
                .filter(act -> allows(act, who, state))
                .toList();
    }

    /// Whether a picture has to be given with an act.
    public boolean needsPicture(Act.Kind act, State state) {
        return needs(act, state, Rule.Need.PICTURE);
    }

    /// Whether an amount of money has to be named with an act.
    public boolean needsAmount(Act.Kind act, State state) {
        return needs(act, state, Rule.Need.AMOUNT);
    }

    private boolean needs(Act.Kind act, State state, Rule.Need what) {
        return rule(act, state).filter(it -> it.needs().contains(what)).isPresent();
    }

    /// By when a case that begins now is solved.
    Instant promise(String label, Instant now) {
        return promise(label, definition.priority(label), now);
    }

    /// The same for one as pressing as that.
    Instant promise(String label, Priority priority, Instant from) {
        return end(clock(ClockRule.SOLVE), label, priority, from);
    }

    /// When a clock ends that begins then.
    Instant end(ClockRule rule, String label, Priority priority, Instant from) {
        return hours.after(from, span(rule, label, priority, from));
    }

    /// Which of a clock's times is the first to end.
    private Span span(ClockRule rule, String label, Priority priority, Instant from) {
        return rule.within(label, priority).stream()
                .min(Comparator.comparing(span -> hours.after(from, span)))
                .orElseThrow();
    }

    /// The time promised, without the time in which the resident was waited for.
    Instant resumed(Case it, Instant since, Instant now) {
        var due = it.care().dueAt();
        if (due.isBefore(since)) {
            return due;
        }
        return span(clock(ClockRule.SOLVE), it.problem().label(), it.care().priority(), since)
                        .working()
                ? hours.plus(now, hours.between(since, due))
                : now.plus(Duration.between(since, due));
    }

    ClockRule clock(String name) {
        return definition.clocks().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no clock '" + name + "'"));
    }
}
