package org.linli.polls.wishes;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes down which links open whose page; those of the same person that are too old go.
@Component
@Order(91)
class WriteDoorsGiven implements WriteEffects<DoorGiven> {

    private static final String GIVE = """
            with gone as (delete from polls.doors where community_id = $1 and voter = $2 and at < $6)
            insert into polls.doors (community_id, voter, told_at, ticket, at) values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """;

    private final DatabaseClient database;

    WriteDoorsGiven(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<DoorGiven> kind() {
        return DoorGiven.class;
    }

    @Override
    public Mono<Void> write(List<DoorGiven> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(DoorGiven it) {
        return database.sql(GIVE)
                .bind("$1", it.to().community().value())
                .bind("$2", it.to().voter())
                .bind("$3", it.to().toldAt())
                .bind("$4", it.hash())
                .bind("$5", it.at().atOffset(UTC))
                .bind("$6", it.at().minus(Doors.KEPT).atOffset(UTC))
                .then();
    }
}
