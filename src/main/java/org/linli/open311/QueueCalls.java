package org.linli.open311;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.linli.cases.HearSteps;
import org.linli.cases.Step;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts a call to each hook of the community in line, in the commit of the step.
@Component
class QueueCalls implements HearSteps {

    private static final String SQL = """
            insert into open311.calls (community_id, hook, number, step, at, due_at)
            select it.community_id, h.id, it.number, it.step, it.at, it.at
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as it (community_id, number, step, at)
            join open311.hooks h on h.community_id = it.community_id and h.stopped_at is null
            where it.step not in ('UNMASKED', 'NOBODY_FOUND', 'ROUTED', 'OVERDUE', 'ESCALATED')""";

    private final DatabaseClient database;

    QueueCalls(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> hear(List<Step> steps) {
        return database.sql(SQL)
                .bind(0, texts(steps, it -> it.community().value()))
                .bind(1, texts(steps, Step::number))
                .bind(2, texts(steps, it -> it.kind().name()))
                .bind(
                        3,
                        steps.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    private static String[] texts(List<Step> steps, Function<Step, String> value) {
        return steps.stream().map(value).toArray(String[]::new);
    }
}
