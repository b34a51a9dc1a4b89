package org.linli.polls.register;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes birthdays that were asked for and said.
@Component
@Order(92)
class WriteAgesSaid implements WriteEffects<AgeSaid> {

    private static final String SAY = """
            insert into polls.ages as a (community_id, resident, born, said_at) values ($1, $2, $3, $4)
            on conflict (community_id, resident) do update set born = excluded.born, said_at = excluded.said_at
            where excluded.born is not null and a.seen_by = ''
            """;

    private final DatabaseClient database;

    WriteAgesSaid(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<AgeSaid> kind() {
        return AgeSaid.class;
    }

    @Override
    public Mono<Void> write(List<AgeSaid> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(AgeSaid it) {
        var born = it.born();
        var bound = database.sql(SAY)
                .bind("$1", it.community().value())
                .bind("$2", it.resident())
                .bind("$4", it.at().atOffset(UTC));
        return (born == null ? bound.bindNull("$3", LocalDate.class) : bound.bind("$3", born)).then();
    }
}
