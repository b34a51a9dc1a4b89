package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.notices.HearNotices;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes batches of recipients, in the transaction of their letters. Signals [Conflict] to whoever lost the lease.
@Component
@Order(76)
class WriteBatches implements WriteEffects<SpreadMoved> {

    private static final String MOVE = """
        update notices.spreads set after = $3, over = $4, leased_until = '-infinity'
        where community_id = $1 and notice = $2 and fence = $5 and not over
        """;

    private static final String ADD = """
        insert into notices.recipients (community_id, notice, who, home, building, address, others, letters, fate,
          reason, via, due_at, posted_at, changed_at)
        select $1, $2, who, home, building, address, string_to_array(others, E'\\x1f'), letters, fate, reason, via,
               due_at, case when letters > 0 then $13 end, $13
        from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::text[],
                    $11::text[], $12::timestamptz[])
             as it(who, home, building, address, others, letters, fate, reason, via, due_at)
        order by who
        on conflict (community_id, notice, who) do nothing
        """;

    private final DatabaseClient database;
    private final Clock clock;
    private final List<HearNotices> hearers;

    WriteBatches(DatabaseClient database, Clock clock, ObjectProvider<HearNotices> hearers) {
        this.database = database;
        this.clock = clock;
        this.hearers = hearers.orderedStream().toList();
    }

    @Override
    public Class<SpreadMoved> kind() {
        return SpreadMoved.class;
    }

    @Override
    public Mono<Void> write(List<SpreadMoved> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> move(it).then(Mono.defer(() -> add(it))).then(Mono.defer(() -> tell(it))))
                .then();
    }

    private Mono<Void> move(SpreadMoved moved) {
        return database.sql(MOVE)
                .bind("$1", moved.claim().community().value())
                .bind("$2", moved.claim().notice())
                .bind("$3", moved.after())
                .bind("$4", moved.over())
                .bind("$5", moved.claim().fence())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("who hands a notice out")))
                .then();
    }

    private Mono<Void> tell(SpreadMoved moved) {
        return moved.over()
                ? Flux.fromIterable(hearers)
                        .concatMap(it -> it.finished(
                                moved.claim().community(), moved.claim().notice()))
                        .then()
                : Mono.empty();
    }

    private Mono<Void> add(SpreadMoved moved) {
        var those = moved.recipients();
        return those.isEmpty()
                ? Mono.empty()
                : database.sql(ADD)
                        .bind("$1", moved.claim().community().value())
                        .bind("$2", moved.claim().notice())
                        .bind("$3", texts(those, Recipient::who))
                        .bind("$4", texts(those, Recipient::home))
                        .bind("$5", texts(those, Recipient::building))
                        .bind("$6", texts(those, it -> text(it.address())))
                        .bind("$7", texts(those, it -> joined(it.others())))
                        .bind("$8", those.stream().map(Recipient::letters).toArray(Integer[]::new))
                        .bind("$9", texts(those, it -> it.fate().name()))
                        .bind("$10", texts(those, Recipient::reason))
                        .bind("$11", texts(those, Recipient::via))
                        .bind("$12", times(those))
                        .bind("$13", clock.instant().atOffset(UTC))
                        .then();
    }

    static String joined(List<Address> addresses) {
        return String.join("\u001f", addresses.stream().map(Address::text).toList());
    }

    private static @Nullable OffsetDateTime[] times(List<Recipient> those) {
        return those.stream().map(Recipient::dueAt).map(WriteBatches::time).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(UTC);
    }

    private static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.text();
    }

    private static @Nullable String[] texts(List<Recipient> those, Function<Recipient, @Nullable String> text) {
        return those.stream().map(text).toArray(String[]::new);
    }
}
