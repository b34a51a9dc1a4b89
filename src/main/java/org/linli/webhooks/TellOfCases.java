package org.linli.webhooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.HearSteps;
import org.linli.cases.Step;
import org.linli.cases.Who;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells programs what happens to cases.
@Component
class TellOfCases implements HearSteps {

    private final QueueDeliveries queue;

    TellOfCases(QueueDeliveries queue) {
        this.queue = queue;
    }

    @Override
    public Mono<Void> hear(List<Step> steps) {
        return queue.add(steps.stream().flatMap(it -> happening(it).stream()).toList());
    }

    static Optional<Happening> happening(Step step) {
        return topic(step.kind())
                .map(topic -> new Happening(
                        step.community(),
                        topic,
                        step.at(),
                        step.by().kind() == Who.Kind.SERVICE,
                        Map.of(
                                "number", step.number(),
                                "step",
                                        step.kind()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'),
                                "state", step.state().word(),
                                "unit", step.unit())));
    }

    /// Empty for what moves nothing: who looked, who pressed for it, which clock rang.
    private static Optional<Topic> topic(Step.Kind kind) {
        return switch (kind) {
            case OPENED -> Optional.of(Topic.CASE_OPENED);
            case CLOSED, WITHDRAWN, MERGED -> Optional.of(Topic.CASE_CLOSED);
            case ACCEPTED,
                    PASSED_ON,
                    HANDED_OVER,
                    RETURNED,
                    ANSWERED,
                    PROMISED,
                    ASKED,
                    RESOLVED,
                    DELAYED,
                    RELOCATED,
                    RELABELLED,
                    PRIORITISED,
                    RATED,
                    REOPENED,
                    TOOK_IN,
                    TAKEN_APART,
                    SPLIT,
                    UNDONE -> Optional.of(Topic.CASE_MOVED);
            case ENTERED,
                    TOLD,
                    ROUTED,
                    NOBODY_FOUND,
                    URGED,
                    ADDED,
                    JOINED,
                    LEFT,
                    OVERDUE,
                    ESCALATED,
                    NEIGHBOUR_ASKED,
                    CALLED_BACK,
                    UNMASKED -> Optional.empty();
        };
    }
}
