package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Puts letters into the outbox, in the transaction of what they tell; each key once. Delivery begins after the commit.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeepLetters implements WriteEffects<Letter> {

    /// A letter that waits for the morning holds up none behind it.
    ///
    /// Numbered in the order in which they were decided, written in the order of their keys.
    private static final String KEEP = """
            with numbered as materialized (
                select nextval('outbox.letters_id_seq') id, new.*
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $8::timestamptz[], $9::smallint[],
                            $10::text[])
                     as new(community_id, key, address, template, facts, not_before, urgency, pictures)
            )
            insert into outbox.letters (id, community_id, key, address, template, facts, pictures, urgency, state,
                                        created_at, not_before, holds_until, reason, finished_at)
            select id, community_id, key, address, template, facts::json, pictures::json, urgency, $6, $7,
                   not_before, case when not_before is not null then $7 end, nullif($11, ''),
                   case when $6 = 'unknown' then $7 end
            from numbered order by community_id, key
            on conflict (community_id, key) do nothing
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;
    private final HoldLetters hold;
    private final Bells bells;
    private final OutboxSettings settings;
    private final Clock clock;

    KeepLetters(DatabaseClient database, HoldLetters hold, Bells bells, OutboxSettings settings, Clock clock) {
        this.database = database;
        this.hold = hold;
        this.bells = bells;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Class<Letter> kind() {
        return Letter.class;
    }

    @Override
    public Mono<Void> write(List<Letter> letters) {
        return hold.waiting(letters)
                .flatMap(waiting -> keep(letters, "due", "", waiting))
                .then(bells.ringAfterCommit(DeliverLetters.NAME));
    }

    /// @param state `due` to be sent, `handed` when somebody else delivers it
    Mono<Void> keep(List<Letter> letters, String state) {
        return keep(letters, state, "", Map.of());
    }

    /// They may have arrived already: somebody has to decide about them.
    Mono<Void> keepForSomebody(List<Letter> letters, String why) {
        return keep(letters, "unknown", why, Map.of());
    }

    boolean isUrgent(Letter letter) {
        return settings.urgency(letter.template()) == 0;
    }

    private Mono<Void> keep(List<Letter> letters, String state, String why, Map<Letter, Instant> waiting) {
        return database.sql(KEEP)
                .bind("$1", texts(letters, it -> it.community().value()))
                .bind("$2", texts(letters, Letter::key))
                .bind("$3", texts(letters, it -> it.to().text()))
                .bind("$4", texts(letters, Letter::template))
                .bind("$5", texts(letters, it -> JSON.writeValueAsString(it.facts())))
                .bind("$6", state)
                .bind("$7", clock.instant().atOffset(UTC))
                .bind("$8", notBefore(letters, waiting))
                .bind("$9", letters.stream().map(this::urgency).toArray(Short[]::new))
                .bind("$10", texts(letters, it -> JSON.writeValueAsString(it.pictures())))
                .bind("$11", why)
                .then();
    }

    private static @Nullable OffsetDateTime[] notBefore(List<Letter> letters, Map<Letter, Instant> waiting) {
        return letters.stream()
                .map(waiting::get)
                .map(it -> it == null ? null : it.atOffset(UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private Short urgency(Letter letter) {
        return (short) settings.urgency(letter.template());
    }

    private static String[] texts(List<Letter> letters, Function<Letter, String> text) {
        return letters.stream().map(text).map(it -> it.replace("\0", "")).toArray(String[]::new);
    }
}
