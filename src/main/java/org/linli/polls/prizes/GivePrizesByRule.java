package org.linli.polls.prizes;

import java.time.Duration;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.rounds.FindRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives what the rule gives as soon as residents have appraised a round's projects.
@Component
class GivePrizesByRule implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(GivePrizesByRule.class);

    private final FindRounds find;
    private final PrizesByRule prizes;

    GivePrizesByRule(FindRounds find, PrizesByRule prizes) {
        this.find = find;
        this.prizes = prizes;
    }

    @Override
    public String name() {
        return "give-prizes";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    /// How many were given by this replica.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(find.givingPrizes(), LOG, prizes::give);
    }
}
