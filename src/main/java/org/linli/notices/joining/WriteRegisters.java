package org.linli.notices.joining;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes who comes, before a correction takes them over. Signals [Conflict] where somebody else was first.
@Component
@Order(87)
class WriteRegisters implements WriteEffects<RegisterMoved> {

    private final DatabaseClient database;

    WriteRegisters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<RegisterMoved> kind() {
        return RegisterMoved.class;
    }

    @Override
    public Mono<Void> write(List<RegisterMoved> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(RegisterMoved moved) {
        return turn(moved.activity())
                .thenMany(Flux.fromIterable(moved.changed()))
                .concatMap(it -> put(moved.activity(), it))
                .then();
    }

    private Mono<Void> turn(Activity it) {
        return database.sql("""
                        update notices.activities set version = version + 1, places = $4
                        where community_id = $1 and notice = $2 and version = $3""")
                .bind("$1", it.notice().community().value())
                .bind("$2", it.notice().id())
                .bind("$3", it.version())
                .bind("$4", it.invites().places())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("who comes to an activity")))
                .then();
    }

    private Mono<Void> put(Activity of, Entry it) {
        return database.sql("""
                        insert into notices.signed_up
                          (community_id, notice, who, resident, name, home, address, people, state, at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                        on conflict (community_id, notice, who) do update
                        set resident = excluded.resident, name = excluded.name, home = excluded.home,
                            address = excluded.address, people = excluded.people, state = excluded.state,
                            at = excluded.at""")
                .bind("$1", of.notice().community().value())
                .bind("$2", of.notice().id())
                .bind("$3", it.who())
                .bind("$4", it.resident())
                .bind("$5", it.name())
                .bind("$6", it.home())
                .bind("$7", it.address().text())
                .bind("$8", it.people())
                .bind("$9", it.state().name())
                .bind("$10", it.at().atOffset(UTC))
                .then();
    }
}
