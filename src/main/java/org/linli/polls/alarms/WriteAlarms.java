package org.linli.polls.alarms;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Signals [Conflict] where the committee was told of this source.
@Component
@Order(76)
class WriteAlarms implements WriteEffects<AlarmRaised> {

    private final DatabaseClient database;

    WriteAlarms(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<AlarmRaised> kind() {
        return AlarmRaised.class;
    }

    @Override
    public Mono<Void> write(List<AlarmRaised> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(AlarmRaised raised) {
        var it = raised.it();
        return database.sql("""
                        insert into polls.alarms (community_id, poll, kind, source, voters, minutes, at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (community_id, poll, kind, source) where source <> '' do nothing""")
                .bind("$1", raised.poll().community().value())
                .bind("$2", raised.poll().id())
                .bind("$3", it.kind().name())
                .bind("$4", it.source())
                .bind("$5", it.voters())
                .bind("$6", it.minutes())
                .bind("$7", it.at().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("an alarm")))
                .then();
    }
}
