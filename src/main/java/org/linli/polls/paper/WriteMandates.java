package org.linli.polls.paper;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes mandates by chat. Signals [Conflict] where one was used before it was taken back.
@Component
@Order(94)
class WriteMandates implements WriteEffects<MandateChanged> {

    private static final String PUT = """
            insert into polls.mandates (community_id, poll, voter, principal, told_at, agent, state, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (community_id, poll, voter) do update set principal = excluded.principal,
              told_at = excluded.told_at, agent = excluded.agent, state = excluded.state, at = excluded.at
            """;

    private final DatabaseClient database;

    WriteMandates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<MandateChanged> kind() {
        return MandateChanged.class;
    }

    @Override
    public Mono<Void> write(List<MandateChanged> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(MandateChanged it) {
        return switch (it.step()) {
            case NAMED, OFFERED -> put(it);
            case GONE ->
                on(it, "delete from polls.mandates where community_id = $1 and poll = $2 and voter = $3")
                        .then();
            case REVOKED ->
                on(it, """
                        delete from polls.proxies
                        where community_id = $1 and poll = $2 and voter = $3 and used_at is null""")
                        .fetch()
                        .rowsUpdated()
                        .filter(rows -> rows == 1)
                        .switchIfEmpty(Mono.error(() -> new Conflict("a mandate that was used")))
                        .then();
        };
    }

    private Mono<Void> put(MandateChanged it) {
        var mandate = it.it();
        return on(it, PUT)
                .bind("$4", mandate.principal())
                .bind("$5", mandate.toldAt())
                .bind("$6", mandate.agent())
                .bind("$7", it.step().name())
                .bind("$8", mandate.at().atOffset(UTC))
                .then();
    }

    private GenericExecuteSpec on(MandateChanged it, String sql) {
        return database.sql(sql)
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", it.it().voter());
    }
}
