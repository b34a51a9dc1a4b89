package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.linli.channels.Reported;
import org.linli.platform.database.WriteEffects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes up what platforms report about letters: once, however often they say it, and whether or not we have written
/// down yet that the letter was sent.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 2)
class RecordReports implements WriteEffects<Reported> {

    private record News(String community, String key, String stage, String detail) {}

    /// What is further on stays: who has seen a letter has got it.
    private static final String KEEP = """
            with ranks(stage, rank) as (values ('CONFIRMED', 1), ('ARRIVED', 2), ('FAILED', 3), ('SEEN', 4)),
            news as (
                select distinct on (community_id, account, receipt) *
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                     as it(community_id, account, receipt, stage, detail) join ranks using (stage)
                order by community_id, account, receipt, rank desc
            ), kept as (
                insert into outbox.deliveries as d (community_id, account, receipt, stage, detail, at)
                select community_id, account, receipt, stage, detail, $6 from news
                order by community_id, account, receipt
                on conflict (community_id, account, receipt)
                do update set stage = excluded.stage, detail = excluded.detail
                where coalesce((select rank from ranks where ranks.stage = d.stage), 0)
                    < (select rank from ranks where ranks.stage = excluded.stage)
                returning community_id, key, last, stage, detail
            )
            select community_id, key, stage, detail from kept where key is not null and (last or stage = 'FAILED')
            """;

    /// A statement of its own: it has to see what the one before has waited for.
    ///
    /// What did not arrive at a person by one way is sent by the next, unless some of its parts may have arrived.
    private static final String TELL = """
            with mine as (
                select a.community_id, a.key, lower(it.stage) as state, it.detail,
                       it.stage = 'FAILED' and a.parts_sent <= 1 and a.way is not null
                       and split_part(a.address, ':', 1) = any($6) and split_part(a.address, ':', 3) = 'person' as again
                from outbox.letters a
                join unnest($1::text[], $2::text[], $3::text[], $4::text[]) as it(community_id, key, stage, detail)
                  using (community_id, key)
                where a.state in ('sent', 'confirmed', 'arrived', 'unknown')
                order by a.community_id, a.key for update of a
            ), told as (
                insert into outbox.history (community_id, key, at, step, detail)
                select community_id, key, $5, state, detail from mine
            )
            update outbox.letters a
            set state = case when mine.again then 'due' else mine.state end,
                reason = case when mine.state = 'failed' then 'NOT_DELIVERED' end,
                failed_ways = case when mine.again then array_append(a.failed_ways, a.way) else a.failed_ways end,
                parts_sent = case when mine.again then 0 else a.parts_sent end,
                failures = case when mine.again then 0 else a.failures end,
                not_before = null, holds_until = null,
                finished_at = case when not mine.again then $5 end
            from mine where a.community_id = mine.community_id and a.key = mine.key
            """;

    private final DatabaseClient database;
    private final ObjectProvider<Ways> ways;
    private final RingAfterCommit bell;
    private final Clock clock;

    RecordReports(DatabaseClient database, ObjectProvider<Ways> ways, RingAfterCommit bell, Clock clock) {
        this.database = database;
        this.ways = ways;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public Class<Reported> kind() {
        return Reported.class;
    }

    @Override
    public Mono<Void> write(List<Reported> reports) {
        return keep(reports).flatMap(news -> news.isEmpty() ? Mono.empty() : tell(news));
    }

    private Mono<List<News>> keep(List<Reported> reports) {
        return database.sql(KEEP)
                .bind("$1", texts(reports, it -> it.community().value()))
                .bind(
                        "$2",
                        texts(
                                reports,
                                it -> it.from().channel() + ":" + it.from().account()))
                .bind("$3", texts(reports, it -> it.report().receipt()))
                .bind("$4", texts(reports, it -> it.report().stage().name()))
                .bind("$5", texts(reports, it -> it.report().detail()))
                .bind("$6", clock.instant().atOffset(UTC))
                .map(row ->
                        new News(text(row, "community_id"), text(row, "key"), text(row, "stage"), text(row, "detail")))
                .all()
                .collectList();
    }

    private Mono<Void> tell(List<News> news) {
        return database.sql(TELL)
                .bind("$1", texts(news, News::community))
                .bind("$2", texts(news, News::key))
                .bind("$3", texts(news, News::stage))
                .bind("$4", texts(news, News::detail))
                .bind("$5", clock.instant().atOffset(UTC))
                .bind("$6", ways.getObject().choosing().toArray(String[]::new))
                .then()
                .then(news.stream().anyMatch(it -> it.stage().equals("FAILED")) ? bell.ring() : Mono.empty());
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).map(it -> it.replace("\0", "")).toArray(String[]::new);
    }
}
