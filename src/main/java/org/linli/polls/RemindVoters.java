package org.linli.polls;

import java.time.Clock;
import java.time.LocalDate;
import org.linli.cases.SpokenTime;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Reminds those in a frozen register who have not voted, once a day at the most. They learn nothing of the others.
@Service
public class RemindVoters {

    private final WriteToVoters voters;
    private final Clock clock;

    RemindVoters(WriteToVoters voters, Clock clock) {
        this.voters = voters;
        this.clock = clock;
    }

    /// Never empty: how many voters were written to; none once the vote is over.
    public Mono<Integer> remind(Poll poll) {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        return poll.takesBallots(clock.instant()) && poll.electorate().frozen()
                ? voters.write(poll, "poll-remind", "/" + today)
                : Mono.just(0);
    }
}
