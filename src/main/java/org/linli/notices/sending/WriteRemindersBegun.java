package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes a reminder due for those who have not read a notice, and follows its letters for as long as at first.
@Component
@Order(89)
class WriteRemindersBegun implements WriteEffects<RemindersBegun> {

    private static final String REMIND = """
            update notices.recipients set remind_at = $3
            where community_id = $1 and notice = $2 and letters > 0 and not starts_with(who, 'group:')
              and fate = any($4)
            """;

    private static final String FOLLOW = """
            update notices.spreads set followed_until = greatest(followed_until, $3)
            where community_id = $1 and notice = $2
            """;

    private final DatabaseClient database;
    private final Bells bells;
    private final Clock clock;

    WriteRemindersBegun(DatabaseClient database, Bells bells, Clock clock) {
        this.database = database;
        this.bells = bells;
        this.clock = clock;
    }

    @Override
    public Class<RemindersBegun> kind() {
        return RemindersBegun.class;
    }

    @Override
    public Mono<Void> write(List<RemindersBegun> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> remind(it).then(follow(it)))
                .then(bells.ringAfterCommit(SendReminders.NAME));
    }

    private Mono<Void> remind(RemindersBegun begun) {
        return database.sql(REMIND)
                .bind("$1", begun.community().value())
                .bind("$2", begun.notice().id())
                .bind("$3", clock.instant().atOffset(UTC))
                .bind("$4", Fate.unread())
                .then();
    }

    private Mono<Void> follow(RemindersBegun begun) {
        return database.sql(FOLLOW)
                .bind("$1", begun.community().value())
                .bind("$2", begun.notice().id())
                .bind("$3", clock.instant().plus(WriteSpreads.FOLLOWED).atOffset(UTC))
                .then();
    }
}
