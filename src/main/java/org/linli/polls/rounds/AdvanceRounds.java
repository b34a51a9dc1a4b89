package org.linli.polls.rounds;

import java.time.Duration;
import org.linli.platform.database.Conflict;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Leads rounds to their next phase when its date has come: once, whichever replica is first.
@Component
class AdvanceRounds implements Job {

    private final FindRounds find;
    private final LeadRound lead;

    AdvanceRounds(FindRounds find, LeadRound lead) {
        this.find = find;
        this.lead = lead;
    }

    @Override
    public String name() {
        return "advance-rounds";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(20);
    }

    /// How many were moved by this replica.
    @Override
    public Mono<Integer> round() {
        return find.underWay()
                .concatMap(it -> lead.advance(it).onErrorResume(Conflict.class, _ -> Mono.empty()))
                .count()
                .map(Long::intValue);
    }
}
