package org.linli.polls.proofs;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.logbook.Growing;
import org.linli.polls.logbook.HeadSigned;
import org.linli.polls.logbook.Logbook;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Signs logs that have grown and tells the groups: when the vote opens, then every hour by day, and when it has
/// closed.
/// Once, whichever replica is first.
@Component
class SignHeads implements Job {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 21;
    private static final int BATCH = 50;

    private static final String DUE = """
            select l.community_id, l.poll from polls.logs l
            join polls.polls p on p.community_id = l.community_id and p.id = l.poll
            left join lateral (
                select h.size, h.signed_at from polls.heads h
                where h.community_id = l.community_id and h.poll = l.poll order by h.size desc limit 1) h on true
            where l.sign_key is not null
              and (h.size is null or h.size < l.size and (not p.is_open or $1 and h.signed_at <= $2))
            limit $3
            """;

    private record Due(CommunityId community, String poll) {}

    private final DatabaseClient database;
    private final Logbook logs;
    private final FindPolls polls;
    private final Communities communities;
    private final PollLetters letters;
    private final Effects effects;
    private final Clock clock;

    SignHeads(
            DatabaseClient database,
            Logbook logs,
            FindPolls polls,
            Communities communities,
            PollLetters letters,
            Effects effects,
            Clock clock) {
        this.database = database;
        this.logs = logs;
        this.polls = polls;
        this.communities = communities;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sign-heads";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// How many were signed by this replica.
    @Override
    public Mono<Integer> round() {
        return due(clock.instant())
                .concatMap(it -> Mono.zip(polls.one(it.community(), it.poll()), logs.growing(it.community(), it.poll()))
                        .flatMap(found -> signed(found.getT1(), found.getT2())))
                .count()
                .map(Long::intValue);
    }

    private Mono<Poll> signed(Poll poll, Growing log) {
        var now = clock.instant();
        var head = log.head(now);
        return communities
                .map(poll.community())
                .map(map -> {
                    List<Effect> all = new ArrayList<>(letters.signed(poll, log.check(), head, map));
                    all.add(new HeadSigned(poll.community(), poll.id(), head, log.edge(), now));
                    return all;
                })
                .flatMap(effects::commit)
                .thenReturn(poll)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Flux<Due> due(Instant now) {
        return database.sql(DUE)
                .bind("$1", isDay(now))
                .bind("$2", now.minus(EVERY).atOffset(UTC))
                .bind("$3", BATCH)
                .map(row -> new Due(new CommunityId(text(row, "community_id")), text(row, "poll")))
                .all();
    }

    private static boolean isDay(Instant now) {
        int hour = now.atZone(SpokenTime.ZONE).getHour();
        return FIRST_HOUR <= hour && hour <= LAST_HOUR;
    }
}
