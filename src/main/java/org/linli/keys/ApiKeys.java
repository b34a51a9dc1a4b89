package org.linli.keys;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The keys that staff gives to programs of others. A key is shown once; only its print is kept.
@Component
public class ApiKeys {

    /// What a key is to be.
    ///
    /// @param unit      `null`: for the whole community
    /// @param expiresAt `null`: never
    public record Wanted(
            String name,
            Set<Scope> scopes,
            @Nullable String unit,
            @Nullable Instant expiresAt) {}

    /// A key, for the only time.
    public record Made(String id, String key) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    private final DatabaseClient database;
    private final NoteChange changes;
    private final Clock clock;

    ApiKeys(DatabaseClient database, NoteChange changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /// The key, for the only time. Never empty.
    public Mono<String> make(StaffMember by, Wanted wanted) {
        return made(by, wanted).map(Made::key);
    }

    /// The same with its id. Never empty.
    public Mono<Made> made(StaffMember by, Wanted wanted) {
        return Mono.fromSupplier(
                        () -> new Made(UUID.randomUUID().toString(), KnownKeys.key(by.community(), Secret.text())))
                .subscribeOn(Schedulers.boundedElastic())
                .delayUntil(it -> make(by, wanted, it.id(), it.key()));
    }

    /// For Open311 and the month's report, for ever. Never empty.
    ///
    /// @param name of the program
    public Mono<String> make(StaffMember by, String name) {
        return make(by, new Wanted(name, EnumSet.of(Scope.OPEN311, Scope.NUMBERS), null, null));
    }

    private Mono<String> make(StaffMember by, Wanted wanted, String id, String key) {
        var inserted = database.sql("""
                    insert into keys.keys
                      (community_id, id, name, hash, scopes, unit, made_by, made_at, expires_at)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""")
                .bind(0, by.community().value())
                .bind(1, id)
                .bind(2, wanted.name())
                .bind(3, KnownKeys.print(key))
                .bind(4, wanted.scopes().stream().map(Scope::name).toArray(String[]::new))
                .bind(5, wanted.unit() == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(wanted.unit()))
                .bind(6, by.id())
                .bind(7, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(8, time(wanted.expiresAt()))
                .then();
        return changes.after(inserted.thenReturn(key), _ -> noted(by, id, "made"));
    }

    /// The latest first, the revoked ones too.
    public Flux<ApiKey> all(CommunityId community) {
        return database.sql("select * from keys.keys where community_id = $1 order by made_at desc, id")
                .bind(0, community.value())
                .map(KeyColumns::read)
                .all();
    }

    /// Whether it was valid until now. Never empty.
    public Mono<Boolean> revoke(StaffMember by, String id) {
        var revoked = database.sql("""
                    update keys.keys set revoked_at = $3
                    where community_id = $1 and id = $2 and revoked_at is null""")
                .bind(0, by.community().value())
                .bind(1, id)
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
        return changes.where(revoked, noted(by, id, "revoked"));
    }

    private Noted noted(StaffMember by, String id, String detail) {
        return new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "api-key/" + id, detail, clock.instant());
    }

    private static Parameter time(@Nullable Instant at) {
        return at == null
                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                : Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at.atOffset(ZoneOffset.UTC));
    }
}
