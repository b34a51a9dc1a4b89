package org.linli.polls.alarms;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Whence.Kind;
import org.linli.polls.alarms.Bursts.Seen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets after an hour where ballots came from, whatever else fails; then tells the committee where unusually many
/// came from, once for each source. What came in while nobody watched is looked at as long as it is kept.
@Component
class WatchBursts implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(WatchBursts.class);
    private static final int MOST_SOURCES = 500;

    /// Sources with as many voters as any stretch of time would need, of which nobody was told.
    private static final String SUSPECTED = """
            select s.community_id, s.poll, s.kind, s.source from polls.traces s
            join unnest($1::text[], $2::int[]) as usual(kind, voters) on usual.kind = s.kind
            where not exists (select from polls.alarms a where a.community_id = s.community_id and a.poll = s.poll
                              and a.kind = s.kind and a.source = s.source)
            group by s.community_id, s.poll, s.kind, s.source, usual.voters
            having count(*) >= usual.voters
            order by min(s.at), s.community_id, s.poll, s.kind, s.source limit $3
            """;

    private static final String SEEN = """
            select voter, at from polls.traces where community_id = $1 and poll = $2 and kind = $3 and source = $4
            """;

    /// One source in one vote.
    private record Source(CommunityId community, String poll, Kind kind, String source) {

        @Override
        public String toString() {
            return "a source of %s/%s".formatted(community.value(), poll);
        }
    }

    private final DatabaseClient database;
    private final FindPolls polls;
    private final NameSources names;
    private final AlarmLetters letters;
    private final Bursts rule;
    private final Effects effects;
    private final Clock clock;

    WatchBursts(
            DatabaseClient database,
            FindPolls polls,
            NameSources names,
            AlarmLetters letters,
            BurstProperties properties,
            Effects effects,
            Clock clock) {
        this.database = database;
        this.polls = polls;
        this.names = names;
        this.letters = letters;
        this.rule = properties.rule();
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "watch-bursts";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(BurstProperties.KEPT);
    }

    /// Of how many sources the committee was told by this replica.
    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return forgotten(now).then(EachAlone.of(suspected(), LOG, it -> seen(it).flatMap(seen -> told(it, seen, now))));
    }

    /// Empty where it is as usual.
    private Mono<Poll> told(Source source, List<Seen> seen, Instant now) {
        var most = rule.most(source.kind(), seen);
        if (most.isEmpty()) {
            return Mono.empty();
        }
        int minutes = Math.toIntExact(rule.window().toMinutes());
        var alarm = new Alarm(source.kind(), source.source(), most.getAsInt(), minutes, now);
        return polls.one(source.community(), source.poll()).flatMap(poll -> told(poll, alarm));
    }

    private Mono<Poll> told(Poll poll, Alarm alarm) {
        return names.of(poll)
                .flatMap(it -> letters.burst(poll, alarm, it.name(alarm)))
                .flatMap(all -> effects.commit(all).thenReturn(poll))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    /// Those of which the first ballot is the oldest.
    private Flux<Source> suspected() {
        return database.sql(SUSPECTED)
                .bind("$1", rule.usual().keySet().stream().map(Kind::name).toArray(String[]::new))
                .bind("$2", rule.usual().values().toArray(Integer[]::new))
                .bind("$3", MOST_SOURCES)
                .map(WatchBursts::source)
                .all()
                .collectList()
                .doOnNext(WatchBursts::warnWhereCut)
                .flatMapIterable(all -> all);
    }

    private static void warnWhereCut(List<Source> all) {
        if (all.size() == MOST_SOURCES) {
            LOG.warn("ballots come from {} suspected sources or more; the others are looked at next", MOST_SOURCES);
        }
    }

    private static Source source(Readable row) {
        return new Source(
                new CommunityId(text(row, "community_id")),
                text(row, "poll"),
                Kind.valueOf(text(row, "kind")),
                text(row, "source"));
    }

    private Mono<List<Seen>> seen(Source of) {
        return database.sql(SEEN)
                .bind("$1", of.community().value())
                .bind("$2", of.poll())
                .bind("$3", of.kind().name())
                .bind("$4", of.source())
                .map(row -> new Seen(text(row, "voter"), instant(row, "at")))
                .all()
                .collectList();
    }

    private Mono<Long> forgotten(Instant now) {
        return database.sql("delete from polls.traces where at <= $1")
                .bind("$1", now.minus(BurstProperties.KEPT).atOffset(UTC))
                .fetch()
                .rowsUpdated();
    }
}
