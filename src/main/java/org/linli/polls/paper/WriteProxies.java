package org.linli.polls.paper;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes mandates. Signals `DataIntegrityViolationException` where the voter has given one, or the agent holds as many
/// as anybody may.
@Component
@Order(77)
class WriteProxies implements WriteEffects<ProxyGiven> {

    private final DatabaseClient database;

    WriteProxies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ProxyGiven> kind() {
        return ProxyGiven.class;
    }

    @Override
    public Mono<Void> write(List<ProxyGiven> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(ProxyGiven it) {
        return database.sql("""
                        insert into polls.proxies (community_id, poll, voter, agent, seen_by, at, ticket, slot)
                        select $1, $2, $3, $4, $5, $6, $7, coalesce(min(n), 3) from generate_series(1, 2) n
                        where not exists (
                          select from polls.proxies p where p.community_id = $1 and p.poll = $2 and p.agent = $4
                            and p.slot = n)""")
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", it.voter())
                .bind("$4", it.agent())
                .bind("$5", it.by())
                .bind("$6", it.at().atOffset(UTC))
                .bind("$7", it.hash())
                .then();
    }
}
