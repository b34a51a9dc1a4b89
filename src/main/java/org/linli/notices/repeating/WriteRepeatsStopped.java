package org.linli.notices.repeating;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Stops repeating, whoever is about to say it: that one finds it over.
@Component
@Order(86)
class WriteRepeatsStopped implements WriteEffects<RepeatStopped> {

    private final DatabaseClient database;

    WriteRepeatsStopped(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<RepeatStopped> kind() {
        return RepeatStopped.class;
    }

    @Override
    public Mono<Void> write(List<RepeatStopped> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> database.sql(
                                "update notices.repeats set over = true where community_id = $1 and notice = $2")
                        .bind("$1", it.notice().community().value())
                        .bind("$2", it.notice().id())
                        .then())
                .then();
    }
}
