package org.linli.polls.paper;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Notes that mandates were used. Signals [Conflict] where one was taken back meanwhile.
@Component
@Order(68)
class WriteProxiesUsed implements WriteEffects<ProxyUsed> {

    private final DatabaseClient database;

    WriteProxiesUsed(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ProxyUsed> kind() {
        return ProxyUsed.class;
    }

    @Override
    public Mono<Void> write(List<ProxyUsed> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(ProxyUsed it) {
        return database.sql("""
                        update polls.proxies set used_at = coalesce(used_at, $5)
                        where community_id = $1 and poll = $2 and voter = $3 and agent = $4""")
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", it.voter())
                .bind("$4", it.agent())
                .bind("$5", it.at().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a mandate that was taken back")))
                .then();
    }
}
