package org.linli.dialogue.kept;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.HandedOver;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets talks that are over. Nothing depends on it but space and privacy: an old talk counts as a new one anyway.
@Component
public class ForgetTalks implements Job {

    private static final String LOOK = """
        select community_id, conversation from dialogue.conversations
        where touched_at < $1 and (handed_over_at is null or handed_over_at < $2) limit 1000
        """;

    private static final String FORGET = """
        delete from dialogue.conversations
        where community_id = $3 and conversation in (
            select conversation from dialogue.conversations
            where community_id = $3 and conversation = any($4)
              and touched_at < $1 and (handed_over_at is null or handed_over_at < $2)
            for update skip locked)
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
        return LookThenClaim.all(look(), this::forget).reduce(0L, Long::sum).map(Long::intValue);
    }

    private Flux<Seen<String>> look() {
        return old(LOOK).map(row -> Seen.of(row, "conversation")).all();
    }

    private Flux<Long> forget(CommunityId community, List<String> talks) {
        return old(FORGET)
                .bind(2, community.value())
                .bind(3, talks.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .flux();
    }

    private GenericExecuteSpec old(String sql) {
        var now = clock.instant();
        return database.sql(sql)
                .bind(0, now.minus(Conversation.FORGOTTEN_AFTER).atOffset(UTC))
                .bind(1, now.minus(HandedOver.AT_MOST).atOffset(UTC));
    }
}
