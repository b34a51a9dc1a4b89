package org.linli.media;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes down what an attempt brought, if the lease still holds: the bytes and the end of the story, or neither.
@Component
class WriteFetched implements WriteEffects<Fetched> {

    private static final String KEEP = """
            insert into media.contents (community_id, hash, type, bytes, small, kept_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (community_id, hash) do update set kept_at = excluded.kept_at
            """;

    private static final String MINE = "where community_id = $1 and id = $2 and state = 'due' and attempt = $3";

    private static final String END = """
            update media.items set state = $4, hash = $5, media = '', url = null, lease_until = null
            """ + MINE;

    private static final String WAIT = "update media.items set not_before = $4, lease_until = null " + MINE;

    private final DatabaseClient database;
    private final Clock clock;

    WriteFetched(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Class<Fetched> kind() {
        return Fetched.class;
    }

    @Override
    public Mono<Void> write(List<Fetched> fetched) {
        return Flux.fromIterable(fetched).concatMap(this::write).then();
    }

    private Mono<Void> write(Fetched it) {
        return switch (it.outcome()) {
            case Outcome.Kept(Cleaned content) -> keep(it.due(), content).then(end(it.due(), "kept", content.hash()));
            case Outcome.Lost lost -> end(it.due(), lost.word(), null);
            case Outcome.Later later ->
                ifMine(mine(WAIT, it.due()).bind("$4", later.at().atOffset(UTC)));
        };
    }

    private Mono<Void> keep(DueMedia due, Cleaned content) {
        var insert = database.sql(KEEP)
                .bind("$1", due.community().value())
                .bind("$2", content.hash())
                .bind("$3", content.type())
                .bind("$4", content.bytes())
                .bind("$6", clock.instant().atOffset(UTC));
        byte[] small = content.small();
        return (small == null ? insert.bindNull("$5", byte[].class) : insert.bind("$5", small)).then();
    }

    private Mono<Void> end(DueMedia due, String state, byte @org.jspecify.annotations.Nullable [] hash) {
        var update = mine(END, due).bind("$4", state);
        return ifMine(hash == null ? update.bindNull("$5", byte[].class) : update.bind("$5", hash));
    }

    private DatabaseClient.GenericExecuteSpec mine(String sql, DueMedia due) {
        return database.sql(sql)
                .bind("$1", due.community().value())
                .bind("$2", due.id())
                .bind("$3", due.attempt());
    }

    private static Mono<Void> ifMine(DatabaseClient.GenericExecuteSpec update) {
        return update.fetch()
                .rowsUpdated()
                .filter(count -> count == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("something that was sent")))
                .then();
    }
}
