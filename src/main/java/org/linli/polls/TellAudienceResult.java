package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes the result of a vote to each who was asked in private, see [AskAudience], once it is counted: whether or not
/// they voted, and as often as one breaks off only once. Of few ballots nobody is told how many said what.
@Component
class TellAudienceResult implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TellAudienceResult.class);
    private static final int BATCH = 200;

    private final FindPolls find;
    private final BallotBox box;
    private final PollLetters letters;
    private final WriteToVoters voters;
    private final DatabaseClient database;
    private final Clock clock;

    TellAudienceResult(
            FindPolls find,
            BallotBox box,
            PollLetters letters,
            WriteToVoters voters,
            DatabaseClient database,
            Clock clock) {
        this.find = find;
        this.box = box;
        this.letters = letters;
        this.voters = voters;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-audience-result";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(10);
    }

    /// Of how many votes all were written to.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                find.toTellResult(BATCH),
                LOG,
                poll -> result(poll)
                        .flatMap(facts -> voters.writeToAll(poll, "poll-asked-result", facts))
                        .then(told(poll))
                        .thenReturn(poll));
    }

    private Mono<Map<String, String>> result(Poll poll) {
        return Mono.zip(box.ballots(poll), box.turnout(poll)).map(found -> {
            var tally = Tally.of(poll.paper(), found.getT1());
            var facts = new HashMap<>(letters.facts(poll));
            facts.putAll(tally.betrays(poll) ? Map.of("bars", "", "first", "") : letters.standing(tally));
            facts.put("few", tally.betrays(poll) ? "yes" : "no");
            facts.put("voted", String.valueOf(found.getT2().voted()));
            facts.put("voters", String.valueOf(found.getT2().voters()));
            return facts;
        });
    }

    private Mono<Void> told(Poll poll) {
        return database.sql("update polls.polls set result_told_at = $3 where community_id = $1 and id = $2")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }
}
