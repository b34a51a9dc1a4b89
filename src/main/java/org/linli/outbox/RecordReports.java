package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.channels.Reported;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes up what platforms report about letters: once, however often they say it, and whether or not we have written
/// down yet that the letter was sent.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 2)
class RecordReports implements WriteEffects<Reported> {

    private record News(
            String key,
            String stage,
            String detail,
            @Nullable Counts counts) {}

    /// What is further on stays: who has seen a letter has got it.
    private static final String KEEP = """
            with ranks(stage, rank) as (values ('CONFIRMED', 1), ('ARRIVED', 2), ('FAILED', 3), ('SEEN', 4)),
            news as (
                select distinct on (account, receipt) *
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $7::int8[], $8::int8[],
                            $9::int8[], $10::int8[])
                     as it(account, receipt, stage, detail, total, filtered, reached, missed)
                     join ranks using (stage)
                order by account, receipt, rank desc
            ), kept as (
                insert into outbox.deliveries as d (community_id, account, receipt, stage, detail, at,
                                                    total, filtered, reached, missed)
                select $1, account, receipt, stage, detail, $6, total, filtered, reached, missed from news
                order by account, receipt
                on conflict (community_id, account, receipt)
                do update set stage = excluded.stage, detail = excluded.detail, total = excluded.total,
                    filtered = excluded.filtered, reached = excluded.reached, missed = excluded.missed
                where coalesce((select rank from ranks where ranks.stage = d.stage), 0)
                    < (select rank from ranks where ranks.stage = excluded.stage)
                returning key, last, stage, detail, total, filtered, reached, missed
            )
            select key, stage, detail, total, filtered, reached, missed from kept where key is not null and (last or stage = 'FAILED')
            """;

    /// A statement of its own: it has to see what the one before has waited for.
    ///
    /// What did not arrive at a person by one way is sent by the next, unless some of its parts may have arrived.
    private static final String TELL = """
            with mine as (
                select a.key, lower(it.stage) as state, it.detail,
                       it.total, it.filtered, it.reached, it.missed,
                       it.stage = 'FAILED' and a.parts_sent <= 1 and a.way is not null
                       and split_part(a.address, ':', 1) = any($6) and split_part(a.address, ':', 3) = 'person' as again
                from outbox.letters a
                join unnest($2::text[], $3::text[], $4::text[], $7::int8[], $8::int8[], $9::int8[], $10::int8[])
                     as it(key, stage, detail, total, filtered, reached, missed)
                  using (key)
                where a.community_id = $1 and a.state in ('sent', 'confirmed', 'arrived', 'unknown')
                order by a.key for update of a
            ), told as (
                insert into outbox.history (community_id, key, at, step, detail, total, filtered, reached, missed)
                select $1, key, $5, state, detail, total, filtered, reached, missed from mine
            )
            update outbox.letters a
            set state = case when mine.again then 'due' else mine.state end,
                reason = case when mine.state = 'failed' then 'NOT_DELIVERED' end,
                failed_ways = case when mine.again then array_append(a.failed_ways, a.way) else a.failed_ways end,
                parts_sent = case when mine.again then 0 else a.parts_sent end,
                failures = case when mine.again then 0 else a.failures end,
                not_before = null, holds_until = null,
                finished_at = case when not mine.again then $5 end
            from mine where a.community_id = $1 and a.key = mine.key
            """;

    private final DatabaseClient database;
    private final ObjectProvider<Ways> ways;
    private final Bells bells;
    private final Clock clock;

    RecordReports(DatabaseClient database, ObjectProvider<Ways> ways, Bells bells, Clock clock) {
        this.database = database;
        this.ways = ways;
        this.bells = bells;
        this.clock = clock;
    }

    @Override
    public Class<Reported> kind() {
        return Reported.class;
    }

    @Override
    public Mono<Void> write(List<Reported> reports) {
        return keep(reports)
                .flatMap(news ->
                        news.isEmpty() ? Mono.empty() : tell(reports.getFirst().community(), news));
    }

    private Mono<List<News>> keep(List<Reported> reports) {
        return counts(database.sql(KEEP), reports, it -> it.report().counts())
                .bind("$1", reports.getFirst().community().value())
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
                        new News(text(row, "key"), text(row, "stage"), text(row, "detail"), LetterHistory.counts(row)))
                .all()
                .collectList();
    }

    private Mono<Void> tell(CommunityId community, List<News> news) {
        return counts(database.sql(TELL), news, News::counts)
                .bind("$1", community.value())
                .bind("$2", texts(news, News::key))
                .bind("$3", texts(news, News::stage))
                .bind("$4", texts(news, News::detail))
                .bind("$5", clock.instant().atOffset(UTC))
                .bind("$6", ways.getObject().choosing().toArray(String[]::new))
                .then()
                .then(
                        news.stream().anyMatch(it -> it.stage().equals("FAILED"))
                                ? bells.ringAfterCommit(DeliverLetters.NAME)
                                : Mono.empty());
    }

    private static <T> GenericExecuteSpec counts(
            GenericExecuteSpec sql, List<T> items, Function<T, @Nullable Counts> counts) {
        return sql.bind("$7", numbers(items, counts, Counts::total))
                .bind("$8", numbers(items, counts, Counts::filtered))
                .bind("$9", numbers(items, counts, Counts::reached))
                .bind("$10", numbers(items, counts, Counts::missed));
    }

    private static <T> @Nullable Long[] numbers(
            List<T> items, Function<T, @Nullable Counts> counts, Function<Counts, Long> number) {
        return items.stream()
                .map(item -> {
                    Counts its = counts.apply(item);
                    return its == null ? null : number.apply(its);
                })
                .toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).map(it -> it.replace("\0", "")).toArray(String[]::new);
    }
}
