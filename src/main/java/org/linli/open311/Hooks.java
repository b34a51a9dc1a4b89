package org.linli.open311;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.community.StaffMember;
import org.linli.platform.calling.CallLine;
import org.linli.platform.calling.CallResult;
import org.linli.platform.calling.CallTables;
import org.linli.platform.calling.MakeCalls;
import org.linli.platform.calling.SafeTargets;
import org.linli.platform.calling.Signature;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The addresses that want to be called.
@Component
public class Hooks implements KeepsSealed {

    static final SealedColumn SECRET = new SealedColumn("open311.hooks", "secret", "community_id", "id");

    static final CallTables LINE = new CallTables("open311.calls", "open311.hooks", "hook", "step", "url, secret");

    private final DatabaseClient database;
    private final SafeTargets targets;
    private final Notes notes;
    private final Clock clock;
    private final Sealing sealing;
    private final CallLine line;
    private final MakeCalls calls;

    Hooks(DatabaseClient database, SafeTargets targets, Notes notes, Clock clock, Sealing sealing) {
        this.database = database;
        this.targets = targets;
        this.notes = notes;
        this.clock = clock;
        this.sealing = sealing;
        this.line = new CallLine(LINE, database, clock);
        this.calls = new MakeCalls(LINE, database, clock);
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// Its secret, for the only time. Empty where hooks may not lead there.
    public Mono<String> make(StaffMember by, URI url) {
        if (!targets.mayBe(url)) {
            return Mono.empty();
        }
        String id = UUID.randomUUID().toString();
        return Mono.fromCallable(Signature::newSecret)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(secret -> notes.setting(
                                by,
                                "open311-hook/" + id,
                                "made",
                                write(by, id, url, secret).thenReturn(true))
                        .thenReturn(secret));
    }

    private Mono<Void> write(StaffMember by, String id, URI url, String secret) {
        return database.sql("""
                        insert into open311.hooks (community_id, id, url, secret, made_by, made_at)
                        values ($1, $2, $3, $4, $5, $6)""")
                .bind(0, by.community().value())
                .bind(1, id)
                .bind(2, url.toString())
                .bind(3, sealing.seal(SECRET, secret, by.community().value(), id))
                .bind(4, by.id())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// The latest first.
    public Flux<Hook> all(CommunityId community) {
        return database.sql("""
                        select h.*, (select count(*) from open311.calls c
                          where c.community_id = h.community_id and c.hook = h.id and c.done_at is null) as waiting
                        from open311.hooks h where community_id = $1 order by made_at desc, id""").bind(0, community.value()).map(Hooks::read).all();
    }

    /// Calls it again from now on, what waits for it included. Whether there is such a hook. Never empty.
    public Mono<Boolean> resume(StaffMember by, String id) {
        return notes.setting(by, "open311-hook/" + id, "resumed", Mono.defer(() -> line.resend(by.community(), id)));
    }

    /// Calls it no more. Whether it was called until now. Never empty.
    public Mono<Boolean> stop(StaffMember by, String id) {
        return notes.setting(by, "open311-hook/" + id, "stopped", Mono.defer(() -> line.stop(by.community(), id)));
    }

    /// Makes the calls that are due now. Never empty: how many.
    Mono<Integer> call(Function<DueCall, Mono<CallResult>> call) {
        return calls.round((row, _) -> due(row), call);
    }

    private DueCall due(Readable row) {
        String community = text(row, "community_id");
        return new DueCall(
                new CommunityId(community),
                number(row, "id"),
                text(row, "hook"),
                URI.create(text(row, "url")),
                sealing.open(SECRET, text(row, "secret"), community, text(row, "hook")),
                text(row, "number"),
                text(row, "step"),
                instant(row, "at"));
    }

    private static Hook read(Readable row) {
        return new Hook(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                URI.create(text(row, "url")),
                text(row, "made_by"),
                instant(row, "made_at"),
                instantOrNull(row, "failing_since"),
                instantOrNull(row, "stopped_at"),
                row.get("stopped_why", String.class),
                number(row, "waiting"));
    }
}
