package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.notices.Kind;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes wishes, in place of those before.
@Component
@Order(72)
class WriteWishes implements WriteEffects<WishesSaid> {

    private final DatabaseClient database;

    WriteWishes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<WishesSaid> kind() {
        return WishesSaid.class;
    }

    @Override
    public Mono<Void> write(List<WishesSaid> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(WishesSaid said) {
        var quiet = said.wishes().quiet();
        return database.sql("""
                        insert into notices.wishes (community_id, resident, unwanted, quiet, at)
                        values ($1, $2, $3, $4, $5)
                        on conflict (community_id, resident) do update
                        set unwanted = excluded.unwanted, quiet = excluded.quiet, at = excluded.at""")
                .bind("$1", said.community().value())
                .bind("$2", said.resident())
                .bind(
                        "$3",
                        said.wishes().unwanted().stream()
                                .map(Kind::name)
                                .sorted()
                                .toArray(String[]::new))
                .bind("$4", quiet == null ? "" : quiet.text())
                .bind("$5", said.at().atOffset(UTC))
                .then();
    }
}
