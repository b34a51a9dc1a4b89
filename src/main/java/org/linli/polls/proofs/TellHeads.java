package org.linli.polls.proofs;

import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.TreeHead;
import org.linli.polls.logbook.Heads;
import org.linli.polls.logbook.HeadsTold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/// Tells groups which states of a log were signed: the first and the last whenever they are, all others by day, those
/// of the night together in the morning. Once, whichever replica is first.
@Component
class TellHeads implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TellHeads.class);
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 21;
    private static final int BATCH = 200;

    /// A closed vote is told of when its last state is signed, and then is told to be closed. What a program of before
    /// has signed it has told of, at the end that it is the end, too.
    private static final String DUE = """
            select l.community_id, l.poll, l.check_key, h.told = 0 as first, c.closing
            from polls.logs l
            join polls.polls p on p.community_id = l.community_id and p.id = l.poll
            cross join lateral (
                select count(*) - count(told_at) as news, count(told_at) as told, max(size) = l.size as whole,
                       coalesce(bool_or(told_at = 'infinity' and size = l.size and signed_at >= p.closes_at), false)
                         as ended
                from polls.heads h where h.community_id = l.community_id and h.poll = l.poll) h
            cross join lateral (select not p.is_open and h.whole and not h.ended and l.closing_told_at is null as closing) c
            where c.closing or h.news > 0 and (p.is_open or h.whole) and ($1 or h.told = 0)
            order by l.community_id, l.poll
            limit $2
            """;

    /// @param first whether groups were told nothing of this log before
    /// @param closing whether they are now told that it is at its end
    private record Due(CommunityId community, String poll, CheckKey key, boolean first, boolean closing) {

        @Override
        public String toString() {
            return "Due[" + community + " " + poll + "]";
        }
    }

    private final DatabaseClient database;
    private final Heads heads;
    private final FindPolls polls;
    private final Communities communities;
    private final PollLetters letters;
    private final Effects effects;
    private final Clock clock;

    TellHeads(
            DatabaseClient database,
            Heads heads,
            FindPolls polls,
            Communities communities,
            PollLetters letters,
            Effects effects,
            Clock clock) {
        this.database = database;
        this.heads = heads;
        this.polls = polls;
        this.communities = communities;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-heads";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// Of how many logs.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(due(clock.instant()), LOG, this::told);
    }

    private Mono<Poll> told(Due due) {
        return Mono.zip(polls.one(due.community(), due.poll()), communities.map(due.community()), news(due))
                .delayUntil(it -> effects.commit(told(due, it.getT1(), it.getT2(), it.getT3())))
                .map(Tuple2::getT1)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    /// What groups do not know yet; the last once more where a vote closes with nothing new. Never empty.
    private Mono<List<TreeHead.Signed>> news(Due due) {
        return heads.untold(due.community(), due.poll())
                .switchIfEmpty(heads.last(due.community(), due.poll()))
                .collectList();
    }

    private List<Effect> told(Due due, Poll poll, CommunityMap map, List<TreeHead.Signed> news) {
        List<Effect> all = new ArrayList<>(letters.signed(poll, due.key(), news, due.first(), due.closing(), map));
        int size = news.getLast().head().size();
        all.add(new HeadsTold(due.community(), due.poll(), size, due.closing(), clock.instant()));
        return all;
    }

    private Flux<Due> due(Instant now) {
        return database.sql(DUE)
                .bind("$1", isDay(now))
                .bind("$2", BATCH)
                .map(row -> new Due(
                        new CommunityId(text(row, "community_id")),
                        text(row, "poll"),
                        CheckKey.read(text(row, "check_key")),
                        Boolean.TRUE.equals(row.get("first", Boolean.class)),
                        Boolean.TRUE.equals(row.get("closing", Boolean.class))))
                .all();
    }

    private static boolean isDay(Instant now) {
        int hour = now.atZone(SpokenTime.ZONE).getHour();
        return FIRST_HOUR <= hour && hour <= LAST_HOUR;
    }
}
