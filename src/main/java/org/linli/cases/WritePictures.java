package org.linli.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps pictures, one by one: they are few and large.
@Component
@Order(14)
class WritePictures implements WriteEffects<PictureKept> {

    private final DatabaseClient database;
    private final Clock clock;

    WritePictures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<PictureKept> kind() {
        return PictureKept.class;
    }

    @Override
    public Mono<Void> write(List<PictureKept> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(PictureKept it) {
        return database.sql("insert into cases.pictures values ($1, $2, $3, $4, $5) on conflict do nothing")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, it.mediaType())
                .bind(3, it.bytes())
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }
}
