package org.linli.dialogue.kept;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.HandedOver;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The talks that are remembered.
@Component
public class Conversations {

    private record Found(long version, @Nullable String state) {}

    private static final int MOST_READ_TOGETHER = 256;
    private static final int READS_ABREAST = 4;
    private static final int MOST_LISTED = 200;

    private static final String READ = """
            select coalesce(kept.version, 0) as version, kept.state::text as state
            from unnest($1::text[], $2::text[]) with ordinality as asked (community, conversation, position)
            left join dialogue.conversations kept
                   on kept.community_id = asked.community and kept.conversation = asked.conversation
            order by asked.position
            """;

    private static final String WAITING = """
            select conversation, version, state::text as state, speaker, reply_to
            from dialogue.conversations
            where community_id = $1 and handed_over_at > $2::timestamptz
              and ($3::text is null or conversation = $3)
            order by handed_over_at
            limit $4
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final Coalesced<Inbound, Found> reads =
            new Coalesced<>(MOST_READ_TOGETHER, READS_ABREAST, this::readTogether);

    Conversations(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The talk that a message belongs to. Never empty: a new one where nothing is remembered.
    public Mono<KeptTalk> of(Inbound message) {
        return reads.call(message).map(found -> KeptTalk.of(message, found.version(), state(found.state())));
    }

    /// Those of a community that wait for a person, the longest first.
    Flux<KeptTalk> waiting(CommunityId community) {
        return waiting(community, null);
    }

    /// Empty when it does not wait for a person, or no longer.
    Mono<KeptTalk> waitingOne(CommunityId community, String conversation) {
        return waiting(community, conversation).next();
    }

    private Flux<KeptTalk> waiting(CommunityId community, @Nullable String conversation) {
        var oldest = clock.instant().minus(HandedOver.AT_MOST).toString();
        var query =
                database.sql(WAITING).bind(0, community.value()).bind(1, oldest).bind(3, MOST_LISTED);
        return (conversation == null ? query.bindNull(2, String.class) : query.bind(2, conversation))
                .map(row -> talk(community, row))
                .all();
    }

    private Mono<List<Found>> readTogether(List<Inbound> messages) {
        return database.sql(READ)
                .bind(0, messages.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind(1, messages.stream().map(Inbound::conversation).toArray(String[]::new))
                .map(row -> new Found(number(row), row.get("state", String.class)))
                .all()
                .collectList();
    }

    private KeptTalk talk(CommunityId community, Readable row) {
        return new KeptTalk(
                community,
                text(row, "conversation"),
                Address.parse(text(row, "speaker")),
                Address.parse(text(row, "reply_to")),
                number(row),
                state(text(row, "state")));
    }

    private Conversation state(@Nullable String json) {
        return json == null ? Conversation.fresh(clock.instant()) : StateJson.read(json, clock.instant());
    }

    private static long number(Readable row) {
        return Objects.requireNonNull(row.get("version", Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
