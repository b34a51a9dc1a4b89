package org.linli.polls.rounds;

import java.time.Duration;
import org.linli.platform.database.Conflict;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Leads rounds to their next phase when its date has come: once, whichever replica is first.
@Component
class AdvanceRounds implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceRounds.class);

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
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(this::advanced)
                .count()
                .map(Long::intValue);
    }

    /// One that fails keeps no other from its date.
    private Mono<Round> advanced(Round round) {
        return lead.advance(round)
                .onErrorResume(Conflict.class, _ -> Mono.empty())
                .onErrorResume(error -> {
                    LOG.warn("{} could not be led on: {}; tried again", round, Failed.briefly(error));
                    return Mono.empty();
                });
    }
}
