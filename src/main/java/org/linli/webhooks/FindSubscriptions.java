package org.linli.webhooks;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds who is told of what, with how much waits for each.
@Component
public class FindSubscriptions {

    private static final String SELECT = """
        select s.*, (select count(*) from webhooks.deliveries d
          where d.community_id = s.community_id and d.subscription = s.id and d.done_at is null) as waiting
        from webhooks.subscriptions s where community_id = $1
        """;

    private final DatabaseClient database;

    FindSubscriptions(DatabaseClient database) {
        this.database = database;
    }

    /// The latest first.
    public Flux<Subscription> all(CommunityId community) {
        return database.sql(SELECT + "order by made_at desc, id")
                .bind(0, community.value())
                .map(FindSubscriptions::read)
                .all();
    }

    /// Empty where there is none.
    public Mono<Subscription> one(CommunityId community, String id) {
        return database.sql(SELECT + "and s.id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(FindSubscriptions::read)
                .one();
    }

    private static Subscription read(Readable row) {
        var topics = EnumSet.noneOf(Topic.class);
        for (String topic : Objects.requireNonNull(row.get("topics", String[].class))) {
            topics.add(Topic.valueOf(topic));
        }
        return new Subscription(
                text(row, "id"),
                URI.create(text(row, "url")),
                topics,
                text(row, "made_by"),
                instant(row, "made_at"),
                instantOrNull(row, "failing_since"),
                instantOrNull(row, "stopped_at"),
                row.get("stopped_why", String.class),
                instantOrNull(row, "previous_until"),
                number(row, "waiting"));
    }
}
