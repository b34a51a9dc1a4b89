package org.linli.polls.register;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes who is not on a register, and why.
@Component
@Order(93)
class WriteRegistersDrawn implements WriteEffects<RegisterDrawn> {

    private final DatabaseClient database;

    WriteRegistersDrawn(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<RegisterDrawn> kind() {
        return RegisterDrawn.class;
    }

    @Override
    public Mono<Void> write(List<RegisterDrawn> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(RegisterDrawn drawn) {
        var away = List.copyOf(drawn.away().entrySet());
        return database.sql("""
                        insert into polls.turned_away (community_id, poll, resident, why)
                        select $1, $2, a.resident, a.why from unnest($3::text[], $4::text[]) as a(resident, why)""")
                .bind("$1", drawn.poll().community().value())
                .bind("$2", drawn.poll().id())
                .bind("$3", away.stream().map(it -> it.getKey()).toArray(String[]::new))
                .bind("$4", away.stream().map(it -> it.getValue().name()).toArray(String[]::new))
                .then();
    }
}
