package org.linli.webhooks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.outbox.SinceRestore;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts what happened in line for each who subscribed to it, in the commit in which it happens. Since a backup was
/// brought back, what happens by itself is held until somebody has decided about it and about the letters: programs may
/// have heard of it.
@Component
class QueueDeliveries {

    private static final String SQL = """
        insert into webhooks.deliveries (community_id, subscription, topic, body, at, due_at, outcome)
        select it.community_id, s.id, it.topic, it.body, it.at,
          case when it.held then 'infinity' else it.at end, case when it.held then 'since_restore' end
        from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[])
          as it (community_id, topic, body, at, held)
        join webhooks.subscriptions s on s.community_id = it.community_id and s.stopped_at is null
          and it.topic = any(s.topics)""";

    private final DatabaseClient database;
    private final SinceRestore restores;

    QueueDeliveries(DatabaseClient database, SinceRestore restores) {
        this.database = database;
        this.restores = restores;
    }

    Mono<Void> add(List<Happening> happenings) {
        return happenings.isEmpty()
                ? Mono.empty()
                : undecided(happenings).flatMap(undecided -> write(happenings, undecided));
    }

    /// Never empty; the set may be.
    private Mono<Set<CommunityId>> undecided(List<Happening> happenings) {
        var communities = happenings.stream()
                .filter(Happening::unasked)
                .map(Happening::community)
                .collect(Collectors.toSet());
        return communities.isEmpty()
                ? Mono.just(Set.of())
                : restores.open(communities).collect(Collectors.toSet());
    }

    private Mono<Void> write(List<Happening> happenings, Set<CommunityId> undecided) {
        return database.sql(SQL)
                .bind(0, texts(happenings, it -> it.community().value()))
                .bind(1, texts(happenings, it -> it.topic().name()))
                .bind(2, texts(happenings, Happening::body))
                .bind(
                        3,
                        happenings.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind(
                        4,
                        happenings.stream()
                                .map(it -> it.unasked() && undecided.contains(it.community()))
                                .toArray(Boolean[]::new))
                .then();
    }

    private static String[] texts(List<Happening> happenings, Function<Happening, String> value) {
        return happenings.stream().map(value).toArray(String[]::new);
    }
}
