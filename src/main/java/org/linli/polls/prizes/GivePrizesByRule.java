package org.linli.polls.prizes;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.linli.polls.rounds.FindRounds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives what the rule gives as soon as residents have appraised a round's projects.
@Component
class GivePrizesByRule implements Job {

    private final FindRounds find;
    private final GivePrizes prizes;

    GivePrizesByRule(FindRounds find, GivePrizes prizes) {
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
        return find.givingPrizes().concatMap(prizes::byRule).count().map(Long::intValue);
    }
}
