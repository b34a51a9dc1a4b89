package org.linli.cases;

import java.util.Comparator;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes which clocks begin and end at one moment.
@Component
@Order(12)
class WriteClocks implements WriteEffects<ClocksMoved> {

    private static final String BEGIN = """
            insert into cases.clocks (community_id, number, name, due_at, stage, height, next_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::int4[],
              $7::timestamptz[]) order by 1, 2, 3
            on conflict (community_id, number, name) do update set due_at = excluded.due_at, stage = excluded.stage,
              height = excluded.height, next_at = excluded.next_at""";

    private static final String END = """
            delete from cases.clocks where (community_id, number, name) in (
              select * from unnest($1::text[], $2::text[], $3::text[]))""";

    private record Ended(String community, String number, String name) {}

    private final DatabaseClient database;

    WriteClocks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ClocksMoved> kind() {
        return ClocksMoved.class;
    }

    @Override
    public Mono<Void> write(List<ClocksMoved> effects) {
        var sorted = effects.stream()
                .sorted(Comparator.comparing(ClocksMoved::number))
                .toList();
        return end(sorted.stream()
                        .flatMap(it -> it.ended().stream()
                                .map(name -> new Ended(it.community().value(), it.number(), name)))
                        .toList())
                .then(Mono.defer(() ->
                        begin(sorted.stream().flatMap(it -> it.begun().stream()).toList())));
    }

    private Mono<Void> begin(List<Deadline> begun) {
        return begun.isEmpty()
                ? Mono.empty()
                : database.sql(BEGIN)
                        .bind(0, Column.texts(begun, it -> it.community().value()))
                        .bind(1, Column.texts(begun, Deadline::number))
                        .bind(2, Column.texts(begun, Deadline::name))
                        .bind(3, Column.times(begun, Deadline::dueAt))
                        .bind(4, Column.texts(begun, it -> it.stage().name()))
                        .bind(5, Column.ints(begun, Deadline::height))
                        .bind(6, Column.times(begun, Deadline::nextAt))
                        .then();
    }

    private Mono<Void> end(List<Ended> ended) {
        return ended.isEmpty()
                ? Mono.empty()
                : database.sql(END)
                        .bind(0, Column.texts(ended, Ended::community))
                        .bind(1, Column.texts(ended, Ended::number))
                        .bind(2, Column.texts(ended, Ended::name))
                        .then();
    }
}
