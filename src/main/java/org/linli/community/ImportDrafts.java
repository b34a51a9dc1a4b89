package org.linli.community;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.KeptFile;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.SealedFiles;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps a file between its review and its import, sealed, for an hour at the most: it may hold residents.
@Component
public class ImportDrafts implements KeepsSealed {

    static final Duration KEPT = Duration.ofHours(1);
    static final SealedColumn FILE =
            new SealedColumn("community.import_drafts", "sealed", "community_id", "id").ofFiles();

    /// @param seen the community as the reviewer saw it
    public record Draft(String name, byte[] bytes, long seen) {

        @Override
        public String toString() {
            return "Draft[" + name + "]";
        }
    }

    private record Kept(String name, KeptFile file, long seen) {}

    private final DatabaseClient database;
    private final SealedFiles files;
    private final Clock clock;

    ImportDrafts(DatabaseClient database, SealedFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(FILE);
    }

    /// Its id. Never empty.
    public Mono<String> keep(CommunityId community, Draft draft) {
        return Mono.fromSupplier(() -> UUID.randomUUID().toString())
                .delayUntil(id -> files.seal(FILE, draft.bytes(), community.value(), id)
                        .flatMap(it -> put(community, id, draft, it)));
    }

    private Mono<Void> put(CommunityId community, String id, Draft draft, String sealed) {
        return database.sql("""
                        insert into community.import_drafts (community_id, id, name, sealed, seen, at)
                        values ($1, $2, $3, $4, $5, $6)""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, draft.name())
                .bind(3, sealed)
                .bind(4, draft.seen())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Once: it is gone then. Empty where it is too old, or was taken.
    public Mono<Draft> take(CommunityId community, String id) {
        return database.sql("""
            delete from community.import_drafts where community_id = $1 and id = $2 and at >= $3
            returning name, sealed, bytes, seen""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .map(row -> new Kept(text(row, "name"), KeptFile.of(row), number(row, "seen")))
                .one()
                .flatMap(it -> files.open(FILE, it.file(), community.value(), id)
                        .map(bytes -> new Draft(it.name(), bytes, it.seen())));
    }
}
