package org.linli.keys;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/// The keys by which programs of others are known. A key is shown once; only its print is kept.
///
/// A key is `lk_`, the community's id, a dot, and 256 random bits: it says itself where to look for it.
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

    private static final String PREFIX = "lk_";
    private static final Duration EXACT = Duration.ofMinutes(1);

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
        return Mono.fromSupplier(() -> new Made(
                        UUID.randomUUID().toString(), PREFIX + by.community().value() + "." + Secret.text()))
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
                .bind(3, print(key))
                .bind(4, wanted.scopes().stream().map(Scope::name).toArray(String[]::new))
                .bind(5, wanted.unit() == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(wanted.unit()))
                .bind(6, by.id())
                .bind(7, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(8, time(wanted.expiresAt()))
                .then();
        return changes.after(inserted.thenReturn(key), _ -> noted(by, id, "made"));
    }

    /// Whose key this is. Empty for one that was never made, is revoked or has expired.
    public Mono<ApiKey> known(String key) {
        int dot = key.indexOf('.');
        return key.startsWith(PREFIX) && dot > PREFIX.length()
                ? Mono.fromCallable(() -> new CommunityId(key.substring(PREFIX.length(), dot)))
                        .onErrorComplete(IllegalArgumentException.class)
                        .flatMap(community -> known(community, key))
                : Mono.empty();
    }

    /// The same within one community, also for keys of the first kind, which do not say theirs.
    public Mono<ApiKey> known(CommunityId community, String key) {
        Instant now = clock.instant();
        return database.sql("select * from keys.keys where community_id = $1 and hash = $2 and revoked_at is null")
                .bind(0, community.value())
                .bind(1, print(key))
                .map(ApiKeys::read)
                .one()
                .filter(it -> it.isValid(now))
                .delayUntil(it -> used(it, now));
    }

    /// The one with this id. Empty where it was never made, is revoked or has expired.
    public Mono<ApiKey> valid(CommunityId community, String id) {
        return database.sql("select * from keys.keys where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(ApiKeys::read)
                .one()
                .filter(it -> it.isValid(clock.instant()));
    }

    /// Whose hand is behind a key: the member of staff who made it, or made the key that made it, and so on. Whoever is
    /// no key is behind themselves. Never empty.
    ///
    /// @param id of a key or of a member of staff
    public Mono<String> hand(CommunityId community, String id) {
        return database.sql("""
                        with recursive makers as (
                          select made_by from keys.keys where community_id = $1 and id = $2
                          union
                          select k.made_by from keys.keys k join makers m on k.community_id = $1 and k.id = m.made_by)
                        select made_by from makers m
                        where not exists (select from keys.keys k where k.community_id = $1 and k.id = m.made_by)""")
                .bind(0, community.value())
                .bind(1, id)
                .map(row -> text(row, "made_by"))
                .one()
                .defaultIfEmpty(id);
    }

    private Mono<Void> used(ApiKey key, Instant now) {
        var last = key.lastUsedAt();
        return last != null && last.isAfter(now.minus(EXACT))
                ? Mono.empty()
                : database.sql("update keys.keys set last_used_at = $3 where community_id = $1 and id = $2")
                        .bind(0, key.community().value())
                        .bind(1, key.id())
                        .bind(2, now.atOffset(ZoneOffset.UTC))
                        .then();
    }

    /// The latest first, the revoked ones too.
    public Flux<ApiKey> all(CommunityId community) {
        return database.sql("select * from keys.keys where community_id = $1 order by made_at desc, id")
                .bind(0, community.value())
                .map(ApiKeys::read)
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

    private static String print(String key) {
        return Secret.print(List.of(key));
    }

    private static Parameter time(@Nullable Instant at) {
        return at == null
                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                : Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at.atOffset(ZoneOffset.UTC));
    }

    /// Without those that only a later program knows, which may run beside this one.
    private static Set<Scope> scopes(List<String> named) {
        return Arrays.stream(Scope.values())
                .filter(it -> named.contains(it.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static ApiKey read(Readable row) {
        var named = List.of(Objects.requireNonNull(row.get("scopes", String[].class)));
        return new ApiKey(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                text(row, "name"),
                scopes(named),
                row.get("unit", String.class),
                text(row, "made_by"),
                instant(row, "made_at"),
                instantOrNull(row, "expires_at"),
                instantOrNull(row, "last_used_at"),
                instantOrNull(row, "revoked_at"));
    }
}
