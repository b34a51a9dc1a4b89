package org.linli.inbox;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Replaces the words of messages by a mark.
@Component
@Order(95)
class WriteWordsForgotten implements WriteEffects<WordsForgotten> {

    private static final String FORGET = """
            update inbox.arrivals a set message = ((a.message::jsonb - 'quote') || jsonb_build_object('content',
              jsonb_build_object('type', 'text', 'text', '＊')))::json
            from unnest($1::text[], $2::bigint[]) as f(community_id, id)
            where a.community_id = f.community_id and a.id = f.id
            """;

    private final DatabaseClient database;

    WriteWordsForgotten(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<WordsForgotten> kind() {
        return WordsForgotten.class;
    }

    @Override
    public Mono<Void> write(List<WordsForgotten> effects) {
        return database.sql(FORGET)
                .bind("$1", effects.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind("$2", effects.stream().map(WordsForgotten::id).toArray(Long[]::new))
                .then();
    }
}
