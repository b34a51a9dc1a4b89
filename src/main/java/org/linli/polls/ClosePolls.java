package org.linli.polls;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.community.Communities;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Closes polls whose time is over, counts them afterwards, when no ballot can come in any more, and tells the result:
/// once, whichever replica is first.
@Component
class ClosePolls implements Job {

    private static final int BATCH = 50;

    private final FindPolls find;
    private final BallotBox box;
    private final Communities communities;
    private final PollLetters letters;
    private final Effects effects;
    private final DatabaseClient database;
    private final Clock clock;

    ClosePolls(
            FindPolls find,
            BallotBox box,
            Communities communities,
            PollLetters letters,
            Effects effects,
            DatabaseClient database,
            Clock clock) {
        this.find = find;
        this.box = box;
        this.communities = communities;
        this.letters = letters;
        this.effects = effects;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "close-polls";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    /// How many were counted by this replica.
    @Override
    public Mono<Integer> round() {
        return find.toCount(clock.instant(), BATCH)
                .concatMap(it -> close(it).then(counted(it)))
                .count()
                .map(Long::intValue);
    }

    /// Waits for ballots that are being written: whoever was accepted is counted.
    private Mono<Void> close(Poll poll) {
        return database.sql("update polls.polls set is_open = false where community_id = $1 and id = $2 and is_open")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .then();
    }

    private Mono<Poll> counted(Poll poll) {
        return Mono.zip(communities.map(poll.community()), box.ballots(poll), box.turnout(poll))
                .flatMap(found -> {
                    var tally = Tally.of(poll.paper(), found.getT2());
                    List<Effect> all = new ArrayList<>(letters.closed(poll, tally, found.getT3(), found.getT1()));
                    all.add(new PollCounted(poll));
                    return effects.commit(all);
                })
                .thenReturn(poll)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }
}
