package org.linli.teaching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps nothing of people who do not want it: what is there goes, and nothing more comes.
@Component
class ForgetPeople {

    private static final String REFUSE = """
            insert into teaching.refusals (community_id, person, why, at)
            select distinct on (community_id, person) * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
                as new (community_id, person, why, at)
            order by community_id, person
            on conflict (community_id, person) do update set why = excluded.why
            where refusals.why = 'left' and excluded.why <> 'left'""";

    private static final String FORGET = """
            with gone as (
                select l.community_id, l.key from teaching.lessons l
                join unnest($1::text[], $2::text[]) as who (community_id, person) using (community_id, person)
                order by 1, 2 for update of l)
            delete from teaching.lessons l using gone
            where l.community_id = gone.community_id and l.key = gone.key""";

    /// Whoever only left and comes back is as before; whoever asked to be left alone stays so.
    private static final String RETURN = """
            delete from teaching.refusals r using unnest($1::text[], $2::text[]) as who (community_id, person)
            where r.community_id = who.community_id and r.person = who.person and r.why = 'left'""";

    /// @param why `left` or `unsubscribed`
    record Refusal(String community, Person person, String why, Instant at) {}

    private final DatabaseClient database;

    ForgetPeople(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> refuse(List<Refusal> refusals) {
        return refusals.isEmpty() ? Mono.empty() : remembered(refusals).then(forgotten(refusals));
    }

    Mono<Void> comeBack(List<Refusal> returned) {
        return returned.isEmpty() ? Mono.empty() : of(RETURN, returned).then();
    }

    private Mono<Void> remembered(List<Refusal> refusals) {
        return of(REFUSE, refusals)
                .bind(2, texts(refusals, Refusal::why))
                .bind(
                        3,
                        refusals.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    private Mono<Void> forgotten(List<Refusal> refusals) {
        return of(FORGET, refusals).then();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, List<Refusal> whose) {
        return database.sql(sql)
                .bind(0, texts(whose, Refusal::community))
                .bind(1, texts(whose, it -> it.person().print()));
    }

    private static String[] texts(List<Refusal> rows, Function<Refusal, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
