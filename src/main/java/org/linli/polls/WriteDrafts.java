package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.ballots.Mark;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what waits for a yes.
@Component
@Order(74)
class WriteDrafts implements WriteEffects<DraftKept> {

    private static final String KEEP = """
            insert into polls.drafts (community_id, poll, token, choices, points, at) values ($1, $2, $3, $4, $5, $6)
            on conflict (community_id, poll, token)
            do update set choices = excluded.choices, points = excluded.points, at = excluded.at
            """;

    private static final String FORGET =
            "delete from polls.drafts where community_id = $1 and poll = $2 and token = $3";

    private final DatabaseClient database;

    WriteDrafts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<DraftKept> kind() {
        return DraftKept.class;
    }

    @Override
    public Mono<Void> write(List<DraftKept> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(DraftKept it) {
        boolean forgotten = it.marks().all().isEmpty();
        var bound = database.sql(forgotten ? FORGET : KEEP)
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", it.token());
        return (forgotten
                        ? bound
                        : bound.bind("$4", numbers(it, Mark::number))
                                .bind("$5", numbers(it, Mark::points))
                                .bind("$6", it.at().atOffset(UTC)))
                .then();
    }

    private static Integer[] numbers(DraftKept draft, Function<Mark, Integer> what) {
        return draft.marks().all().stream().map(what).toArray(Integer[]::new);
    }
}
