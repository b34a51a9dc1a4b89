package org.linli.polls;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.community.Communities;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.ballots.Marks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Closes polls whose time is over, counts them afterwards, when no ballot can come in any more, and tells the result:
/// once, whichever replica is first.
@Component
class ClosePolls implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ClosePolls.class);
    private static final int BATCH = 200;

    private final FindPolls find;
    private final BallotBox box;
    private final Communities communities;
    private final PollLetters letters;
    private final List<CountsClosed> others;
    private final Effects effects;
    private final DatabaseClient database;
    private final Clock clock;

    ClosePolls(
            FindPolls find,
            BallotBox box,
            Communities communities,
            PollLetters letters,
            List<CountsClosed> others,
            Effects effects,
            DatabaseClient database,
            Clock clock) {
        this.find = find;
        this.box = box;
        this.communities = communities;
        this.letters = letters;
        this.others = List.copyOf(others);
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
        return EachAlone.of(
                find.toCount(clock.instant(), BATCH), LOG, poll -> close(poll).then(counted(poll)));
    }

    /// Waits for ballots that are being written: whoever was accepted is counted.
    private Mono<Void> close(Poll poll) {
        return database.sql("update polls.polls set is_open = false where community_id = $1 and id = $2 and is_open")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .then();
    }

    private Mono<Poll> counted(Poll poll) {
        return box.ballots(poll)
                .flatMap(ballots -> others.stream()
                        .filter(it -> it.counts(poll))
                        .findFirst()
                        .map(it -> it.of(poll, ballots))
                        .orElseGet(Mono::empty)
                        .switchIfEmpty(Mono.defer(() -> told(poll, ballots))))
                .map(all -> with(all, new PollCounted(poll)))
                .flatMap(effects::commit)
                .thenReturn(poll)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Mono<List<Effect>> told(Poll poll, Map<Marks, Integer> ballots) {
        return Mono.zip(communities.map(poll.community()), box.turnout(poll))
                .map(found -> List.copyOf(
                        letters.closed(poll, Tally.of(poll.paper(), ballots), found.getT2(), found.getT1())));
    }

    private static List<Effect> with(List<Effect> effects, Effect more) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(more);
        return all;
    }
}
