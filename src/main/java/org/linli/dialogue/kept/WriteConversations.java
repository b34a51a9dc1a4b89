package org.linli.dialogue.kept;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps the talks that went on, many in one statement. A talk that was changed meanwhile is not overwritten.
@Component
class WriteConversations implements WriteEffects<ConversationSaved> {

    private static final String SQL = """
            insert into dialogue.conversations as kept
                (community_id, conversation, version, state, speaker, reply_to, touched_at, handed_over_at)
            select community, conversation, version, state::jsonb, speaker, reply_to,
                   touched_at::timestamptz, handed_over_at::timestamptz
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
                 as new (community, conversation, version, state, speaker, reply_to, touched_at, handed_over_at)
            order by community, conversation
            on conflict (community_id, conversation) do update
            set version = excluded.version, state = excluded.state,
                touched_at = excluded.touched_at, handed_over_at = excluded.handed_over_at
            where kept.version = excluded.version - 1
            """;

    private static final Comparator<KeptTalk> BY_KEY =
            Comparator.comparing((KeptTalk it) -> it.community().value()).thenComparing(KeptTalk::conversation);

    private final DatabaseClient database;
    private final TellWhoWatches watchers;

    WriteConversations(DatabaseClient database, TellWhoWatches watchers) {
        this.database = database;
        this.watchers = watchers;
    }

    @Override
    public Class<ConversationSaved> kind() {
        return ConversationSaved.class;
    }

    /// Signals [Conflict] when one of the talks was changed since it was read.
    @Override
    public Mono<Void> write(List<ConversationSaved> effects) {
        var talks = effects.stream().map(ConversationSaved::talk).sorted(BY_KEY).toList();
        return database.sql(SQL)
                .bind(0, texts(talks, it -> it.community().value()))
                .bind(1, texts(talks, KeptTalk::conversation))
                .bind(2, talks.stream().map(KeptTalk::version).toArray(Long[]::new))
                .bind(3, texts(talks, it -> StateJson.write(it.state())))
                .bind(4, texts(talks, it -> it.speaker().text()))
                .bind(5, texts(talks, it -> it.replyTo().text()))
                .bind(6, texts(talks, it -> it.state().touchedAt().toString()))
                .bind(7, texts(talks, WriteConversations::handedOverAt))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == talks.size()
                        ? watchers.afterCommit(talks)
                        : Mono.error(() -> new Conflict("a talk")));
    }

    private static @Nullable String handedOverAt(KeptTalk talk) {
        var handedOver = talk.state().handedOver();
        return handedOver == null ? null : handedOver.at().toString();
    }

    private static @Nullable String[] texts(List<KeptTalk> talks, Function<KeptTalk, @Nullable String> part) {
        return talks.stream().map(part).toArray(String[]::new);
    }
}
