package org.linli.open311;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.cases.HearSteps;
import org.linli.cases.Step;
import org.linli.cases.Who;
import org.linli.outbox.SinceRestore;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts a call to each hook of the community in line, in the commit of the step. Since a backup was brought back, what
/// the service did by itself is held until somebody has decided about it.
@Component
class QueueCalls implements HearSteps {

    private static final String SQL = """
            insert into open311.calls (community_id, hook, number, step, at, due_at, outcome)
            select it.community_id, h.id, it.number, it.step, it.at,
              case when it.held then 'infinity' else it.at end, case when it.held then 'since_restore' end
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[])
              as it (community_id, number, step, at, held)
            join open311.hooks h on h.community_id = it.community_id and h.stopped_at is null
            where it.step not in ('UNMASKED', 'NOBODY_FOUND', 'ROUTED', 'OVERDUE', 'ESCALATED')""";

    private final DatabaseClient database;
    private final SinceRestore restores;

    QueueCalls(DatabaseClient database, SinceRestore restores) {
        this.database = database;
        this.restores = restores;
    }

    @Override
    public Mono<Void> hear(List<Step> steps) {
        return undecided(steps).flatMap(undecided -> write(steps, undecided));
    }

    /// Where what the service did by itself is held. Never empty; the set may be.
    private Mono<Set<CommunityId>> undecided(List<Step> steps) {
        var communities = steps.stream()
                .filter(QueueCalls::isUnasked)
                .map(Step::community)
                .collect(Collectors.toSet());
        return communities.isEmpty()
                ? Mono.just(Set.of())
                : restores.open(communities).collect(Collectors.toSet());
    }

    private static boolean isUnasked(Step step) {
        return step.by().kind() == Who.Kind.SERVICE;
    }

    private Mono<Void> write(List<Step> steps, Set<CommunityId> undecided) {
        return database.sql(SQL)
                .bind(0, texts(steps, it -> it.community().value()))
                .bind(1, texts(steps, Step::number))
                .bind(2, texts(steps, it -> it.kind().name()))
                .bind(
                        3,
                        steps.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind(
                        4,
                        steps.stream()
                                .map(it -> isUnasked(it) && undecided.contains(it.community()))
                                .toArray(Boolean[]::new))
                .then();
    }

    private static String[] texts(List<Step> steps, Function<Step, String> value) {
        return steps.stream().map(value).toArray(String[]::new);
    }
}
