package org.linli.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.linli.platform.traces.Step;
import org.linli.platform.traces.Traces;

/// Traces that a test can read.
class NotedSteps implements Traces {

    private final List<Step> steps = new CopyOnWriteArrayList<>();

    @Override
    public void note(Step step) {
        steps.add(step);
    }

    /// "name outcome", in the order in which they ended.
    List<String> of(long arrival) {
        return steps.stream()
                .filter(it -> it.arrival() == arrival)
                .map(it -> it.name() + " " + it.outcome())
                .toList();
    }
}
