package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes who is asked by which letter how cases were done.
@Component
@Order(19)
class WriteVerdictsAsked implements WriteEffects<VerdictsAsked> {

    private static final String ASK = """
            insert into cases.verdicts (community_id, number, resolved_at, address, resident, letter, tried, asked_at)
            select community_id, number, resolved_at, address, resident, letter, array[told], resolved_at
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[])
              as it (community_id, number, resolved_at, address, resident, letter, told)
            order by 1, 2, 3, 4 on conflict do nothing""";

    private record Row(String community, String number, Instant resolvedAt, VerdictsAsked.Asked asked) {}

    private final DatabaseClient database;

    WriteVerdictsAsked(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<VerdictsAsked> kind() {
        return VerdictsAsked.class;
    }

    @Override
    public Mono<Void> write(List<VerdictsAsked> effects) {
        var rows = effects.stream()
                .flatMap(it -> it.asked().stream()
                        .map(asked -> new Row(it.community().value(), it.number(), it.resolvedAt(), asked)))
                .toList();
        return rows.isEmpty() ? Mono.empty() : ask(rows);
    }

    private Mono<Void> ask(List<Row> rows) {
        return database.sql(ASK)
                .bind(0, Column.texts(rows, Row::community))
                .bind(1, Column.texts(rows, Row::number))
                .bind(2, Column.times(rows, Row::resolvedAt))
                .bind(3, Column.texts(rows, it -> it.asked().address().text()))
                .bind(4, Column.texts(rows, it -> it.asked().resident()))
                .bind(5, Column.texts(rows, it -> it.asked().letter()))
                .bind(6, Column.texts(rows, it -> it.asked().told().text()))
                .then();
    }
}
