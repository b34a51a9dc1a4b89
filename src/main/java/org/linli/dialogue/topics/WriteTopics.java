package org.linli.dialogue.topics;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps what the groups speak of, many in one statement.
@Component
class WriteTopics implements WriteEffects<TopicTold> {

    private static final String SQL = """
            insert into dialogue.topics as known
                (community_id, said_in, about, label, place, said_at, line_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
                                 $6::timestamptz[], $7::timestamptz[])
            on conflict (community_id, said_in, about) do update
            set said_at = excluded.said_at, others = 0, joined = known.joined + 1,
                place = coalesce(known.place, excluded.place), line_at = greatest(known.line_at, excluded.line_at)
            """;

    private static final Comparator<TopicTold> BY_KEY = Comparator.comparing(WriteTopics::key);

    private final DatabaseClient database;

    WriteTopics(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<TopicTold> kind() {
        return TopicTold.class;
    }

    @Override
    public Mono<Void> write(List<TopicTold> effects) {
        var told = onceEach(effects);
        return database.sql(SQL)
                .bind(0, texts(told, it -> it.community().value()))
                .bind(1, texts(told, it -> it.group().text()))
                .bind(2, texts(told, it -> it.topic().about()))
                .bind(3, texts(told, it -> it.topic().label()))
                .bind(4, texts(told, it -> it.topic().place()))
                .bind(5, times(told, it -> it.topic().saidAt().atOffset(ZoneOffset.UTC)))
                .bind(6, times(told, it -> it.topic().lineAt().atOffset(ZoneOffset.UTC)))
                .then();
    }

    /// One statement cannot write a row twice.
    private static List<TopicTold> onceEach(List<TopicTold> effects) {
        var latest = new LinkedHashMap<String, TopicTold>();
        effects.forEach(it -> latest.put(key(it), it));
        return latest.values().stream().sorted(BY_KEY).toList();
    }

    private static String key(TopicTold it) {
        return String.join(
                " ", it.community().value(), it.group().text(), it.topic().about());
    }

    private static @Nullable String[] texts(List<TopicTold> told, Function<TopicTold, @Nullable String> part) {
        return told.stream().map(part).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<TopicTold> told, Function<TopicTold, OffsetDateTime> part) {
        return told.stream().map(part).toArray(OffsetDateTime[]::new);
    }
}
