package org.linli.polls.alarms;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Whence.Kind;
import org.linli.polls.alarms.Bursts.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells the committee where unusually many ballots came from, once for each source, and forgets after an hour where
/// any came from. What came in while nobody watched is looked at as long as it is kept.
@Component
class WatchBursts implements Job {

    private static final int MOST_ROWS = 20_000;

    /// Sources with as many voters as any stretch of time would need, of which nobody was told.
    private static final String SUSPECTED = """
            select t.* from polls.traces t join (
                select s.community_id, s.poll, s.kind, s.source from polls.traces s
                join unnest($1::text[], $2::int[]) as usual(kind, voters) on usual.kind = s.kind
                group by s.community_id, s.poll, s.kind, s.source, usual.voters
                having count(*) >= usual.voters) many using (community_id, poll, kind, source)
            where not exists (select from polls.alarms a where a.community_id = t.community_id and a.poll = t.poll
                              and a.kind = t.kind and a.source = t.source)
            order by t.community_id, t.poll, t.kind, t.source limit $3
            """;

    /// One source in one vote.
    private record Source(CommunityId community, String poll, Kind kind, String source) {}

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
        return suspected()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .flatMapIterable(Map::entrySet)
                .concatMap(it -> told(it.getKey(), it.getValue(), now))
                .count()
                .map(Long::intValue)
                .delayUntil(_ -> forgotten(now));
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
                .filter(it -> it.isOne(alarm))
                .flatMap(it -> letters.burst(poll, alarm, it.name(alarm)))
                .flatMap(all -> effects.commit(all).thenReturn(poll))
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private Flux<Map.Entry<Source, Seen>> suspected() {
        return database.sql(SUSPECTED)
                .bind("$1", rule.usual().keySet().stream().map(Kind::name).toArray(String[]::new))
                .bind("$2", rule.usual().values().toArray(Integer[]::new))
                .bind("$3", MOST_ROWS)
                .map(WatchBursts::seen)
                .all();
    }

    private static Map.Entry<Source, Seen> seen(Readable row) {
        return Map.entry(
                new Source(
                        new CommunityId(text(row, "community_id")),
                        text(row, "poll"),
                        Kind.valueOf(text(row, "kind")),
                        text(row, "source")),
                new Seen(text(row, "voter"), instant(row, "at")));
    }

    private Mono<Long> forgotten(Instant now) {
        return database.sql("delete from polls.traces where at <= $1")
                .bind("$1", now.minus(BurstProperties.KEPT).atOffset(UTC))
                .fetch()
                .rowsUpdated();
    }
}
