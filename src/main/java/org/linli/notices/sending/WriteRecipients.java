package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes what became of recipients, unless they have changed meanwhile: who was seen to read it is not "accepted"
/// again.
@Component
@Order(77)
class WriteRecipients implements WriteEffects<RecipientMoved> {

    private static final String MOVE = """
            update notices.recipients r
            set fate = it.fate, reason = it.reason, letters = it.letters, due_at = it.due_at,
                address = it.address, others = string_to_array(it.others, E'\\x1f'), changed_at = $12,
                posted_at = case when it.letters > r.letters then $12 else r.posted_at end
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[],
                        $9::timestamptz[], $10::text[], $11::text[])
                 as it(community_id, notice, who, was, had, fate, reason, letters, due_at, address, others)
            where r.community_id = it.community_id and r.notice = it.notice and r.who = it.who
              and r.fate = it.was and r.letters = it.had
            """;

    private final DatabaseClient database;
    private final Clock clock;

    WriteRecipients(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<RecipientMoved> kind() {
        return RecipientMoved.class;
    }

    @Override
    public Mono<Void> write(List<RecipientMoved> effects) {
        var those = effects.stream()
                .sorted(Comparator.comparing(
                                (RecipientMoved it) -> it.community().value())
                        .thenComparing(RecipientMoved::notice)
                        .thenComparing(it -> it.before().who()))
                .toList();
        return database.sql(MOVE)
                .bind("$1", texts(those, it -> it.community().value()))
                .bind("$2", texts(those, RecipientMoved::notice))
                .bind("$3", texts(those, it -> it.before().who()))
                .bind("$4", texts(those, it -> it.before().fate().name()))
                .bind("$5", numbers(those, it -> it.before().letters()))
                .bind("$6", texts(those, it -> it.after().fate().name()))
                .bind("$7", texts(those, it -> it.after().reason()))
                .bind("$8", numbers(those, it -> it.after().letters()))
                .bind("$9", those.stream().map(WriteRecipients::due).toArray(OffsetDateTime[]::new))
                .bind("$10", texts(those, WriteRecipients::address))
                .bind("$11", texts(those, it -> WriteBatches.joined(it.after().others())))
                .bind("$12", clock.instant().atOffset(UTC))
                .then();
    }

    private static @Nullable OffsetDateTime due(RecipientMoved moved) {
        var at = moved.after().dueAt();
        return at == null ? null : at.atOffset(UTC);
    }

    private static @Nullable String address(RecipientMoved moved) {
        var address = moved.after().address();
        return address == null ? null : address.text();
    }

    private static Integer[] numbers(List<RecipientMoved> those, Function<RecipientMoved, Integer> number) {
        return those.stream().map(number).toArray(Integer[]::new);
    }

    private static @Nullable String[] texts(
            List<RecipientMoved> those, Function<RecipientMoved, @Nullable String> text) {
        return those.stream().map(text).toArray(String[]::new);
    }
}
