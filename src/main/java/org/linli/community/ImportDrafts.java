package org.linli.community;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps a file between its review and its import, for an hour at the most: it may hold residents.
@Component
public class ImportDrafts {

    static final Duration KEPT = Duration.ofHours(1);

    /// @param seen the community as the reviewer saw it
    public record Draft(String name, byte[] bytes, long seen) {

        @Override
        public String toString() {
            return "Draft[" + name + "]";
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    ImportDrafts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Its id. Never empty.
    public Mono<String> keep(CommunityId community, Draft draft) {
        return Mono.fromSupplier(() -> UUID.randomUUID().toString())
                .delayUntil(id -> database.sql("""
                    insert into community.import_drafts (community_id, id, name, bytes, seen, at)
                    values ($1, $2, $3, $4, $5, $6)""")
                        .bind(0, community.value())
                        .bind(1, id)
                        .bind(2, draft.name())
                        .bind(3, draft.bytes())
                        .bind(4, draft.seen())
                        .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                        .then());
    }

    /// Once: it is gone then. Empty where it is too old, or was taken.
    public Mono<Draft> take(CommunityId community, String id) {
        return database.sql("""
            delete from community.import_drafts where community_id = $1 and id = $2 and at >= $3
            returning name, bytes, seen""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .map(row -> new Draft(
                        text(row, "name"), Objects.requireNonNull(row.get("bytes", byte[].class)), number(row, "seen")))
                .one();
    }
}
