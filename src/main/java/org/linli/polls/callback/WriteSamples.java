package org.linli.polls.callback;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.callback.Drawn.State;
import org.linli.polls.callback.SampleChanged.Change;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes samples and what became of them. Signals [Conflict] where somebody else was first.
@Component
@Order(75)
class WriteSamples implements WriteEffects<SampleChanged> {

    private static final String DRAW = """
            with drawn as (
                insert into polls.samples (community_id, poll, size, root, drawn_at) values ($1, $2, $3, $4, $6)
                on conflict do nothing returning poll
            )
            insert into polls.callbacks (community_id, poll, place, state)
            select $1, drawn.poll, p, 'DRAWN' from drawn, unnest($5::int[]) p
            """;

    /// Whoever has answered may say otherwise, and is not asked again.
    private static final String MOVE = """
            update polls.callbacks set state = $4 where community_id = $1 and poll = $2 and place = $3
              and (state = 'DRAWN' or $4 in ('SAME', 'DIFFERS')) and state <> $4
            """;

    private final DatabaseClient database;

    WriteSamples(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SampleChanged> kind() {
        return SampleChanged.class;
    }

    @Override
    public Mono<Void> write(List<SampleChanged> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(SampleChanged changed) {
        return switch (changed.what()) {
            case Change.IsDrawn it ->
                some(on(changed, DRAW)
                        .bind("$3", it.size())
                        .bind("$4", it.root())
                        .bind("$5", it.places().toArray(Integer[]::new))
                        .bind("$6", it.at().atOffset(UTC)));
            case Change.Moved(int place, State now) ->
                some(on(changed, MOVE).bind("$3", place).bind("$4", now.name()));
            case Change.IsAsked it -> some(on(changed, """
                                update polls.samples set asked_at = $3
                                where community_id = $1 and poll = $2 and asked_at is null""").bind("$3", it.at().atOffset(UTC)));
        };
    }

    private static Mono<Void> some(GenericExecuteSpec sql) {
        return sql.fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .switchIfEmpty(Mono.error(() -> new Conflict("a sample of voters")))
                .then();
    }

    private GenericExecuteSpec on(SampleChanged changed, String sql) {
        return database.sql(sql).bind("$1", changed.community().value()).bind("$2", changed.poll());
    }
}
