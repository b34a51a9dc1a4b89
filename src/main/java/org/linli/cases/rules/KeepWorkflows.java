package org.linli.cases.rules;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import org.linli.cases.Course;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps the text of every version of a workflow that a case began with, and counts the versions.
@Component
public class KeepWorkflows {

    /// Of two replicas that count the same number, one finds it taken and looks again.
    private static final String KEEP = """
            insert into cases.workflows (community_id, kind, version, hash, text, since)
            select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from cases.workflows
            where community_id = $1 and kind = $2
            on conflict do nothing""";

    private static final int MOST_RIVALS = 20;

    private final DatabaseClient database;
    private final Clock clock;

    public KeepWorkflows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The number of this version, counted now where it is new. Never empty.
    public Mono<Integer> number(CommunityId community, Definition definition) {
        return known(community, definition)
                .switchIfEmpty(Mono.defer(() -> keep(community, definition).then(known(community, definition)))
                        .repeatWhenEmpty(MOST_RIVALS, again -> again));
    }

    private Mono<Integer> known(CommunityId community, Definition definition) {
        return database.sql("select version from cases.workflows where community_id = $1 and kind = $2 and hash = $3")
                .bind(0, community.value())
                .bind(1, definition.kind().name())
                .bind(2, definition.hash())
                .map(row -> integer(row, "version"))
                .one();
    }

    private Mono<Void> keep(CommunityId community, Definition definition) {
        return database.sql(KEEP)
                .bind(0, community.value())
                .bind(1, definition.kind().name())
                .bind(2, definition.hash())
                .bind(3, definition.text())
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Empty where there is no such version.
    public Mono<String> kept(CommunityId community, Course course) {
        return database.sql("select text from cases.workflows where community_id = $1 and kind = $2 and version = $3")
                .bind(0, community.value())
                .bind(1, course.kind().name())
                .bind(2, course.version())
                .map(row -> text(row, "text"))
                .one();
    }
}
