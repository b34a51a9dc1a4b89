package org.linli.cases;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.cases.Routing.Why;
import org.linli.cases.rules.LabelPattern;
import org.linli.community.Place;
import org.linli.community.Unit;

/// How well a unit fits what is to be routed: pure.
///
/// @param bound     whether the group in which it was told is bound to it
/// @param exactness how exactly it names the label
/// @param distance  steps from the place up to what it takes care of
/// @param load      what it has in hand
record Fit(Unit unit, boolean bound, int exactness, int distance, boolean onDuty, boolean staffed, int load) {

    private static final int NO_LABELS = -1;
    private static final int NOT_ITS_LABEL = Integer.MIN_VALUE;
    private static final int ELSEWHERE = Integer.MAX_VALUE;

    private static final Comparator<Fit> RESPONSIBLE = Comparator.comparing(Fit::bound)
            .thenComparingInt(Fit::exactness)
            .reversed()
            .thenComparingInt(Fit::distance)
            .thenComparing(fit -> fit.unit().hours() == null);

    static final Comparator<Fit> BEST = RESPONSIBLE.thenComparingInt(Fit::load);

    static int exactness(Unit unit, String label) {
        if (unit.labels().isEmpty()) {
            return NO_LABELS;
        }
        return unit.labels().stream()
                .filter(pattern -> LabelPattern.matches(pattern, label))
                .mapToInt(LabelPattern::weight)
                .max()
                .orElse(NOT_ITS_LABEL);
    }

    /// Steps from the place up to what the unit takes care of; the whole community lies beyond the last.
    static int distance(Unit unit, List<Place> around) {
        if (unit.places().isEmpty()) {
            return around.size();
        }
        return IntStream.range(0, around.size())
                .filter(i -> unit.places().contains(around.get(i).id()))
                .findFirst()
                .orElse(ELSEWHERE);
    }

    /// Whether it takes such a thing at all.
    boolean isAsked() {
        return bound || exactness != NOT_ITS_LABEL;
    }

    boolean isPossible() {
        return onDuty && staffed && distance != ELSEWHERE;
    }

    boolean isAsResponsibleAs(Fit other) {
        return RESPONSIBLE.compare(this, other) == 0;
    }

    /// @param best what was chosen
    Why why(Fit best) {
        if (unit.equals(best.unit)) {
            return bound ? Why.BOUND : Why.CHOSEN;
        }
        if (!isPossible()) {
            return whyNot();
        }
        if (best.bound) {
            return Why.NOT_BOUND;
        }
        if (exactness < best.exactness) {
            return Why.LESS_EXACT;
        }
        if (distance > best.distance) {
            return Why.FARTHER;
        }
        return isAsResponsibleAs(best) && load > best.load ? Why.BUSIER : Why.LATER;
    }

    Why whyNot() {
        if (!onDuty) {
            return Why.OFF_DUTY;
        }
        return distance == ELSEWHERE ? Why.ELSEWHERE : Why.AWAY;
    }
}
