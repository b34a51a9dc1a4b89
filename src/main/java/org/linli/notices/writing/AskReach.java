package org.linli.notices.writing;

import java.util.stream.Collectors;
import org.linli.notices.Importance;
import org.linli.notices.Notice;
import org.linli.notices.sending.PlanReach;
import org.linli.notices.sending.ReachPlan;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whether all whom a notice is for would have to write to us first. An ordinary one does not leave then: it would lie
/// about and arrive out of season. What matters leaves, for the doors; whoever sends it knows that they have to knock.
@Component
class AskReach {

    private final WordFile words = WordFile.of("templates/messages", "notices.properties");
    private final PlanReach plan;

    AskReach(PlanReach plan) {
        this.plan = plan;
    }

    /// What keeps it from leaving. Empty where nothing does.
    Flux<Fault> faults(Notice notice) {
        return waits(notice) ? shut(notice).map(it -> fault("shut", it)).flux() : Flux.empty();
    }

    /// What somebody should know, and nothing more. Empty where there is nothing to say.
    Flux<Fault> warnings(Notice notice) {
        return waits(notice)
                ? Flux.empty()
                : shut(notice).map(it -> fault("shut-doors", it)).flux();
    }

    private static boolean waits(Notice notice) {
        return notice.wording().importance() == Importance.ORDINARY;
    }

    private Mono<ReachPlan> shut(Notice notice) {
        return notice.state().isOpen() ? plan.untilSomebodyIsTold(notice).filter(ReachPlan::isShut) : Mono.empty();
    }

    private Fault fault(String why, ReachPlan plan) {
        long people = plan.shut().values().stream().mapToLong(it -> it).sum();
        String ways = plan.shut().keySet().stream()
                .map(it -> words.find("notices.way." + it).orElse(it))
                .collect(Collectors.joining("、"));
        return Fault.of("audience", why, people, ways);
    }
}
