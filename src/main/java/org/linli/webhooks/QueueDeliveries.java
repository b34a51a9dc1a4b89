package org.linli.webhooks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts what happened in line for each who subscribed to it, in the commit in which it happens.
@Component
class QueueDeliveries {

    private static final String SQL = """
        insert into webhooks.deliveries (community_id, subscription, topic, body, at, due_at)
        select it.community_id, s.id, it.topic, it.body, it.at, it.at
        from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as it (community_id, topic, body, at)
        join webhooks.subscriptions s on s.community_id = it.community_id and s.stopped_at is null
          and it.topic = any(s.topics)""";

    private final DatabaseClient database;

    QueueDeliveries(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(List<Happening> happenings) {
        return happenings.isEmpty()
                ? Mono.empty()
                : database.sql(SQL)
                        .bind(0, texts(happenings, it -> it.community().value()))
                        .bind(1, texts(happenings, it -> it.topic().name()))
                        .bind(2, texts(happenings, Happening::body))
                        .bind(
                                3,
                                happenings.stream()
                                        .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new))
                        .then();
    }

    private static String[] texts(List<Happening> happenings, Function<Happening, String> value) {
        return happenings.stream().map(value).toArray(String[]::new);
    }
}
