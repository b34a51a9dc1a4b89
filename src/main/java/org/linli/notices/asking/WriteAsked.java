package org.linli.notices.asking;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes down what was asked of notices, each message once.
@Component
@Order(87)
class WriteAsked implements WriteEffects<PutToNotice> {

    private static final int LONGEST = 200;

    private final DatabaseClient database;

    WriteAsked(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PutToNotice> kind() {
        return PutToNotice.class;
    }

    @Override
    public Mono<Void> write(List<PutToNotice> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(PutToNotice it) {
        return database.sql("""
                        insert into notices.asked (community_id, key, notice, home, said_in, words, at)
                        values ($1, $2, $3, $4, $5, left($6, %d), $7)
                        on conflict (community_id, key) do update
                        set notice = excluded.notice, home = excluded.home, said_in = excluded.said_in,
                            words = excluded.words
                        where asked.words = ''""".formatted(LONGEST))
                .bind("$1", it.community().value())
                .bind("$2", it.key())
                .bind("$3", it.notice())
                .bind("$4", it.home())
                .bind("$5", it.saidIn())
                .bind("$6", it.words())
                .bind("$7", it.at().atOffset(UTC))
                .then();
    }
}
