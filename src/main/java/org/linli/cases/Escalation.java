package org.linli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.cases.worktime.Span;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.linli.platform.database.Effect;

/// What happens when a clock is due: pure. First those who have the case are reminded; when it is over that is written
/// down, and one unit above the other is told, until nobody is above.
record Escalation(CommunityMap map, Workflow workflow, Case it, CaseWords words, Instant now) {

    /// How long each unit has before the one above it is told.
    private static final Span PATIENCE = Span.parse("1 working day").orElseThrow();

    private static final Span PATIENCE_IN_EMERGENCIES = Span.parse("15 minutes").orElseThrow();

    List<Effect> of(Deadline clock) {
        return switch (clock.stage()) {
            case WARN -> warn(clock);
            case MISS -> miss(clock);
            case HIGHER, OVER -> higher(clock);
        };
    }

    private List<Effect> warn(Deadline clock) {
        var effects = new ArrayList<Effect>();
        effects.add(new ClockFired(clock, clock.next(Deadline.Stage.MISS, 0, clock.dueAt())));
        letters(clock)
                .toStaffOf(it.care().unit(), "case-unit-warned", it, named(clock))
                .forEach(effects::add);
        return effects;
    }

    private List<Effect> miss(Deadline clock) {
        var above = above(1);
        var told = above.map(Unit::name).orElse("");
        var effects = new ArrayList<Effect>();
        effects.add(new ClockFired(clock, later(clock, 1)));
        effects.add(new Miss(
                it.community(),
                it.number(),
                clock.name(),
                clock.dueAt(),
                it.care().unit(),
                it.care().assignee(),
                it.state(),
                above.map(Unit::id).orElse(""),
                now));
        var step = Step.of(it, Step.Kind.OVERDUE, Who.SERVICE, now, history(clock, told), List.of());
        effects.add(new StepTaken(step));
        if (clock.name().equals(Deadline.PROMISE)) {
            effects.add(new PromiseSettled(step, PromiseSettled.Outcome.BROKEN, null));
        }
        letters(clock)
                .toStaffOf(it.care().unit(), "case-unit-overdue", it, named(clock))
                .forEach(effects::add);
        tell(above, clock, effects);
        return effects;
    }

    private List<Effect> higher(Deadline clock) {
        int height = clock.height() + 1;
        var above = above(height);
        var effects = new ArrayList<Effect>();
        effects.add(new ClockFired(clock, later(clock, height)));
        above.ifPresent(unit -> effects.add(new StepTaken(
                Step.of(it, Step.Kind.ESCALATED, Who.SERVICE, now, history(clock, unit.name()), List.of()))));
        tell(above, clock, effects);
        return effects;
    }

    private void tell(Optional<Unit> above, Deadline clock, List<Effect> effects) {
        above.ifPresent(unit -> {
            effects.add(new UnitTold(it.community(), it.number(), unit.id(), now));
            letters(clock)
                    .toStaffOf(unit.id(), "case-unit-escalated", it, named(clock))
                    .forEach(effects::add);
        });
    }

    /// The unit that many steps above the one that has the case.
    private Optional<Unit> above(int height) {
        var unit = map.unit(it.care().unit());
        for (int i = 0; i < height; i++) {
            unit = unit.flatMap(map::above);
        }
        return unit;
    }

    private Deadline later(Deadline clock, int height) {
        if (above(height + 1).isEmpty()) {
            return clock.next(Deadline.Stage.OVER, height, null);
        }
        var patience = it.care().priority() == Priority.EMERGENCY ? PATIENCE_IN_EMERGENCIES : PATIENCE;
        return clock.next(Deadline.Stage.HIGHER, height, workflow.hours().after(now, patience));
    }

    private String named(Deadline clock) {
        return words.say("clock.named", words.clock(clock.name()), SpokenTime.exactly(clock.dueAt()));
    }

    private String history(Deadline clock, String told) {
        return told.isEmpty() ? named(clock) : words.say("clock.told", named(clock), told);
    }

    private CaseLetters letters(Deadline clock) {
        String occasion = "%s/%s/%d/%s%d"
                .formatted(it.number(), clock.name(), clock.dueAt().getEpochSecond(), clock.stage(), clock.height());
        return new CaseLetters(map, new CaseFacts(map, words, now), occasion, StepPictures.NONE);
    }
}
