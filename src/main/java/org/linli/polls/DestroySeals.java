package org.linli.polls;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.platform.database.Lot;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Destroys what joins voters and ballots, a week after a poll was counted and never while a round is still voted or
/// objected to. The ballots are written anew in an order drawn by lot and without their entries in the log, so that not
/// even the place of a row tells; nobody can sign in the log's name any more.
@Component
class DestroySeals implements Job {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BATCH = 20;

    private static final String DUE = """
        select s.community_id, s.poll from polls.seals s
        join polls.polls p on p.community_id = s.community_id and p.id = s.poll
        where p.is_counted and p.closes_at < $1
          and not exists (select from polls.rounds r where r.community_id = s.community_id and r.id = s.poll
                          and r.phase in ('VOTING', 'PUBLICITY'))
        limit $2
        """;

    /// Whoever is second finds no seal and touches nothing.
    private static final String DESTROY = """
            with sealed as (
                delete from polls.seals where community_id = $1 and poll = $2 returning poll
            ), drafts as (
                delete from polls.drafts d using sealed where d.community_id = $1 and d.poll = sealed.poll
            ), voids as (
                update polls.voids v set voter = '', token = '', send = '', sends = '{}',
                  state = case v.state when 'ASKED' then 'LEFT' else v.state end
                from sealed where v.community_id = $1 and v.poll = sealed.poll
            ), traced as (
                delete from polls.traces t using sealed where t.community_id = $1 and t.poll = sealed.poll
            ), alarms as (
                update polls.alarms a set source = '' from sealed where a.community_id = $1 and a.poll = sealed.poll
            ), papers as (
                delete from polls.papers d using sealed where d.community_id = $1 and d.poll = sealed.poll
            ), mandates as (
                delete from polls.mandates d using sealed where d.community_id = $1 and d.poll = sealed.poll
            ), agents as (
                update polls.proxies p set ticket = null from sealed where p.community_id = $1 and p.poll = sealed.poll
            ), links as (
                update polls.register r set ticket = null, voted_at = null from sealed
                where r.community_id = $1 and r.poll = sealed.poll
            ), signed as (
                update polls.logs l set sign_key = null from sealed where l.community_id = $1 and l.poll = sealed.poll
            ), taken as (
                delete from polls.ballots b using sealed where b.community_id = $1 and b.poll = sealed.poll
                returning substr(encode(sha256(convert_to($3 || ' ' || b.token, 'UTF8')), 'hex'), 1, 32) as lot,
                  b.choices, b.points
            )
            insert into polls.ballots (community_id, poll, token, choices, points, sends)
            select $1, $2, lot, choices, points, '{}' from taken order by lot
            """;

    private record Sealed(String community, String poll) {}

    private final DatabaseClient database;
    private final Clock clock;

    DestroySeals(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "destroy-seals";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(KEPT);
    }

    /// How many were destroyed.
    @Override
    public Mono<Integer> round() {
        return due(clock.instant().minus(KEPT))
                .concatMap(it -> database.sql(DESTROY)
                        .bind("$1", it.community())
                        .bind("$2", it.poll())
                        .bind("$3", Lot.drawn())
                        .fetch()
                        .rowsUpdated())
                .count()
                .map(Long::intValue);
    }

    private Flux<Sealed> due(Instant closedBefore) {
        return database.sql(DUE)
                .bind("$1", closedBefore.atOffset(UTC))
                .bind("$2", BATCH)
                .map(row -> new Sealed(text(row, "community_id"), text(row, "poll")))
                .all();
    }
}
