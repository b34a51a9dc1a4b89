package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes who was reminded. What is known of the letters before stays true until a letter says more.
@Component
@Order(90)
class WriteRemindersMoved implements WriteEffects<ReminderMoved> {

    private static final String MOVE = """
            update notices.recipients r
            set remind_at = it.again, letters = r.letters + case when it.written then 1 else 0 end,
                posted_at = case when it.written then $7 else r.posted_at end, changed_at = $7
            from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::boolean[], $6::timestamptz[])
                 as it(community_id, notice, who, had, written, again)
            where r.community_id = it.community_id and r.notice = it.notice and r.who = it.who and r.letters = it.had
            """;

    private final DatabaseClient database;
    private final Clock clock;

    WriteRemindersMoved(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<ReminderMoved> kind() {
        return ReminderMoved.class;
    }

    @Override
    public Mono<Void> write(List<ReminderMoved> effects) {
        var those = effects.stream()
                .sorted(Comparator.comparing((ReminderMoved it) -> it.notice())
                        .thenComparing(it -> it.before().who()))
                .toList();
        return database.sql(MOVE)
                .bind("$1", those.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind("$2", those.stream().map(ReminderMoved::notice).toArray(String[]::new))
                .bind("$3", those.stream().map(it -> it.before().who()).toArray(String[]::new))
                .bind("$4", those.stream().map(it -> it.before().letters()).toArray(Integer[]::new))
                .bind("$5", those.stream().map(ReminderMoved::written).toArray(Boolean[]::new))
                .bind("$6", those.stream().map(WriteRemindersMoved::again).toArray(OffsetDateTime[]::new))
                .bind("$7", clock.instant().atOffset(UTC))
                .then();
    }

    private static @Nullable OffsetDateTime again(ReminderMoved moved) {
        var again = moved.again();
        return again == null ? null : again.atOffset(UTC);
    }
}
