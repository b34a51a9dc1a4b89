package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.linli.channels.PassiveReplyWritten;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Marks letters as sent that have left in a response, also those that were given up too early.
@Component
class RecordPassiveReplies implements WriteEffects<PassiveReplyWritten> {

    private static final String SENT = """
            with mine as (
                select key from outbox.letters
                where community_id = $1 and key = any($2)
                  and (state = 'handed' or state = 'unknown' and attempts = 0)
                order by key for update
            )
            update outbox.letters a set state = 'sent', reason = null, finished_at = $3
            from mine where a.community_id = $1 and a.key = mine.key
            """;

    private final DatabaseClient database;
    private final Clock clock;

    RecordPassiveReplies(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<PassiveReplyWritten> kind() {
        return PassiveReplyWritten.class;
    }

    @Override
    public Mono<Void> write(List<PassiveReplyWritten> replies) {
        return database.sql(SENT)
                .bind("$1", replies.getFirst().community().value())
                .bind("$2", replies.stream().map(PassiveReplyWritten::letter).toArray(String[]::new))
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }
}
