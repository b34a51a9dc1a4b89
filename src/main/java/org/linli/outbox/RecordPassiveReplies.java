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
                select community_id, key from outbox.letters
                where (community_id, key) in (select * from unnest($1::text[], $2::text[]))
                  and (state = 'handed' or state = 'unknown' and attempts = 0)
                order by community_id, key for update
            )
            update outbox.letters a set state = 'sent', reason = null, finished_at = $3
            from mine where a.community_id = mine.community_id and a.key = mine.key
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
                .bind("$1", replies.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind("$2", replies.stream().map(PassiveReplyWritten::letter).toArray(String[]::new))
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }
}
