package org.linli.cases.behalf;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// People type these, so there are never many at one moment.
@Component
@Order(18)
class WriteOnBehalf implements WriteEffects<OnBehalf> {

    private static final String ADD = """
            insert into cases.on_behalf
              (community_id, occasion, number, way, by_id, at, address, resident, name, phone, may_contact, told_at,
               phone_index)
            select $1, $2, $3, $4, $5, $6, $7, nullif($8, ''), $9, $10, $11, $12, $13
            on conflict do nothing""";

    private final DatabaseClient database;
    private final KeptCallers callers;

    WriteOnBehalf(DatabaseClient database, KeptCallers callers) {
        this.database = database;
        this.callers = callers;
    }

    @Override
    public Class<OnBehalf> kind() {
        return OnBehalf.class;
    }

    @Override
    public Mono<Void> write(List<OnBehalf> effects) {
        return Flux.fromStream(effects.stream()
                        .sorted(Comparator.comparing(
                                        (OnBehalf it) -> it.community().value())
                                .thenComparing(OnBehalf::occasion)))
                .concatMap(this::add)
                .then();
    }

    private Mono<Void> add(OnBehalf it) {
        String resident = it.caller().resident();
        return database.sql(ADD)
                .bind(0, it.community().value())
                .bind(1, it.occasion())
                .bind(2, it.number())
                .bind(3, it.way().name())
                .bind(4, it.by())
                .bind(5, it.at().atOffset(ZoneOffset.UTC))
                .bind(6, it.address().text())
                .bind(7, resident == null ? "" : resident)
                .bind(8, callers.sealedName(it))
                .bind(9, callers.sealedPhone(it))
                .bind(10, it.caller().mayContact())
                .bind(11, it.toldAt().atOffset(ZoneOffset.UTC))
                .bind(12, callers.index(it))
                .fetch()
                .rowsUpdated()
                .flatMap(added -> added == 1 ? Mono.empty() : Mono.error(() -> new Conflict("a form handed in twice")));
    }
}
