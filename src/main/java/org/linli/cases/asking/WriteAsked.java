package org.linli.cases.asking;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.Objects;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes who is asked about a case, one case after the other: each is asked about once.
@Component
@Order(18)
class WriteAsked implements WriteEffects<NeighboursAsked> {

    private static final String ASK = """
            insert into cases.inquiries (community_id, number, resolved_at, answers) values ($1, $2, $3, 0)
            on conflict do nothing""";

    private static final String WHOM = """
            insert into cases.asked (community_id, number, resolved_at, address, resident, asked_at)
            select $1, $2, $3, address, resident, $4 from unnest($5::text[], $6::text[]) as it (address, resident)""";

    private final DatabaseClient database;

    WriteAsked(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<NeighboursAsked> kind() {
        return NeighboursAsked.class;
    }

    @Override
    public Mono<Void> write(List<NeighboursAsked> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> ask(it).then(Mono.defer(() -> whom(it))))
                .then();
    }

    private Mono<Void> ask(NeighboursAsked it) {
        return database.sql(ASK)
                .bind(0, it.inquiry().community().value())
                .bind(1, it.inquiry().number())
                .bind(2, it.inquiry().resolvedAt().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .flatMap(asked -> asked == 1 ? Mono.empty() : Mono.error(() -> new Conflict("an inquiry")));
    }

    private Mono<Void> whom(NeighboursAsked it) {
        var people = it.inquiry().asked().stream().map(Inquiry.Asked::who).toList();
        return database.sql(WHOM)
                .bind(0, it.inquiry().community().value())
                .bind(1, it.inquiry().number())
                .bind(2, it.inquiry().resolvedAt().atOffset(UTC))
                .bind(3, it.at().atOffset(UTC))
                .bind(4, people.stream().map(who -> who.address().text()).toArray(String[]::new))
                .bind(
                        5,
                        people.stream()
                                .map(who -> Objects.requireNonNullElse(who.resident(), ""))
                                .toArray(String[]::new))
                .then();
    }
}
