package org.linli.teaching;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import org.linli.understanding.Trial;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How a candidate that is on trial answers otherwise than the model in use. Counted, without a word of what was said.
@Component
class Differences {

    private final DatabaseClient database;

    Differences(DatabaseClient database) {
        this.database = database;
    }

    /// How often it would have answered otherwise, most often first.
    Flux<Times> of(Candidate it, int most) {
        return database.sql("""
                        select in_group, running, instead, times from teaching.differences
                        where community_id = $1 and candidate = $2 order by times desc, running, instead limit $3""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, most)
                .map(row -> new Times(
                        Boolean.TRUE.equals(row.get("in_group", Boolean.class)),
                        text(row, "running"),
                        text(row, "instead"),
                        number(row, "times")))
                .all();
    }

    /// Adds what it heard since.
    Mono<Void> add(Candidate it, Trial.Heard heard) {
        var counted = database.sql(
                        "update teaching.candidates set heard = heard + $3 where community_id = $1 and id = $2")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, heard.messages())
                .then();
        return counted.thenMany(Flux.fromIterable(heard.differences().entrySet()))
                .concatMap(one -> count(it, one.getKey(), one.getValue()))
                .then();
    }

    private Mono<Void> count(Candidate it, Trial.Difference difference, long times) {
        return database.sql("""
                        insert into teaching.differences as known
                            (community_id, candidate, in_group, running, instead, times)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (community_id, candidate, in_group, running, instead)
                        do update set times = known.times + excluded.times""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, difference.inGroup())
                .bind(3, difference.running())
                .bind(4, difference.candidate())
                .bind(5, times)
                .then();
    }
}
