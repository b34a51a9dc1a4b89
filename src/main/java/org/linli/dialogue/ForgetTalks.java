package org.linli.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets talks that are over. Nothing depends on it but space and privacy: an old talk counts as a new one anyway.
@Component
class ForgetTalks implements Job {

    private static final String SQL = """
        delete from dialogue.conversations
        where (community_id, conversation) in (
            select community_id, conversation from dialogue.conversations
            where touched_at < $1::timestamptz and (handed_over_at is null or handed_over_at < $2::timestamptz)
            limit 1000 for update skip locked)
        """;

    private final DatabaseClient database;
    private final Clock clock;

    ForgetTalks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-talks";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(Conversation.FORGOTTEN_AFTER);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return database.sql(SQL)
                .bind(0, now.minus(Conversation.FORGOTTEN_AFTER).toString())
                .bind(1, now.minus(HandedOver.AT_MOST).toString())
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
