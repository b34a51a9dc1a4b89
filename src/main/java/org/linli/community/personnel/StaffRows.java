package org.linli.community.personnel;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.linli.community.Elsewhere;
import org.linli.community.Role;
import org.linli.platform.database.CommunityId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes the rows of the staff, within the caller's transaction and behind [#lock].
@Component
class StaffRows {

    /// Somebody else could sign in and change things back. Asked behind the lock: it sees what others have committed.
    private static final String ANOTHER_ADMINISTRATOR = """
        exists (select from community.staff other where other.community_id = $1 and other.id <> $2
          and other.role = 'ADMIN' and other.suspended_at is null and other.password_hash is not null)""";

    private final DatabaseClient database;

    StaffRows(DatabaseClient database) {
        this.database = database;
    }

    /// Also makes every replica notice.
    Mono<Void> lock(CommunityId community) {
        return database.sql("update community.communities set version = version + 1 where community_id = $1")
                .bind(0, community.value())
                .then();
    }

    /// Never empty.
    Mono<Boolean> hasUnit(CommunityId community, String unit) {
        return asked(database.sql(
                        "select exists (select from community.units where community_id = $1 and id = $2 and not retired) as it")
                .bind(0, community.value())
                .bind(1, unit));
    }

    /// An id that somebody has is never given to somebody else: the past would become theirs.
    Mono<Outcome> add(CommunityId community, String id, String name, Post post, @Nullable String phone) {
        return database.sql("""
            insert into community.staff (community_id, id, name, role, unit, phone, position)
            select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1
            from community.staff where community_id = $1
            on conflict do nothing""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, name)
                .bind(3, post.role().name())
                .bind(4, post.unit())
                .bind(5, phone == null ? Parameters.in(R2dbcType.VARCHAR) : Parameters.in(phone))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0 ? Outcome.DONE : Outcome.TAKEN);
    }

    Mono<Outcome> move(CommunityId community, String id, Post post) {
        return unlessLast(community, id, post.role() == Role.ADMIN)
                .switchIfEmpty(done(database.sql("""
                    update community.staff set role = $3, unit = $4
                    where community_id = $1 and id = $2 and suspended_at is null""")
                        .bind(0, community.value())
                        .bind(1, id)
                        .bind(2, post.role().name())
                        .bind(3, post.unit())));
    }

    /// @param since `null` brings back
    Mono<Outcome> suspend(CommunityId community, String id, @Nullable Instant since) {
        return unlessLast(community, id, since == null)
                .switchIfEmpty(done(database.sql("""
                    update community.staff set suspended_at = $3
                    where community_id = $1 and id = $2 and (suspended_at is null) <> ($3 is null)""")
                        .bind(0, community.value())
                        .bind(1, id)
                        .bind(
                                2,
                                since == null
                                        ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                                        : Parameters.in(since.atOffset(ZoneOffset.UTC)))));
    }

    Mono<Outcome> givePassword(CommunityId community, String id, String hash) {
        return done(database.sql("""
            update community.staff set password_hash = $3, password_given = true
            where community_id = $1 and id = $2 and suspended_at is null""").bind(0, community.value()).bind(1, id).bind(2, hash));
    }

    /// Never empty: `TAKEN` where that name is somebody else's, in whatever community: one name that meant two would
    /// let neither in.
    Mono<Outcome> bind(CommunityId community, String id, Elsewhere where, String subject) {
        return asked(database.sql("""
            select exists (select from community.staff_elsewhere
              where way = $2 and subject = $3 and (community_id, staff) <> ($1, $4)) as it""")
                        .bind(0, community.value())
                        .bind(1, where.name())
                        .bind(2, subject)
                        .bind(3, id))
                .flatMap(taken -> taken
                        ? Mono.just(Outcome.TAKEN)
                        : done(database.sql("""
            insert into community.staff_elsewhere (community_id, way, subject, staff)
            select community_id, $2, $3, id from community.staff
            where community_id = $1 and id = $4 and suspended_at is null
            on conflict (community_id, way, staff) do update set subject = excluded.subject""")
                                .bind(0, community.value())
                                .bind(1, where.name())
                                .bind(2, subject)
                                .bind(3, id)))
                .onErrorReturn(DuplicateKeyException.class, Outcome.TAKEN);
    }

    /// Never empty.
    Mono<Outcome> unbind(CommunityId community, String id, Elsewhere where) {
        return done(database.sql(
                        "delete from community.staff_elsewhere where community_id = $1 and way = $2 and staff = $3")
                .bind(0, community.value())
                .bind(1, where.name())
                .bind(2, id));
    }

    /// Empty where it may be done.
    private Mono<Outcome> unlessLast(CommunityId community, String id, boolean keepsAdministrators) {
        return keepsAdministrators
                ? Mono.empty()
                : asked(database.sql("""
                    select exists (select from community.staff where community_id = $1 and id = $2
                      and role = 'ADMIN' and suspended_at is null) and not %s as it""".formatted(ANOTHER_ADMINISTRATOR))
                                .bind(0, community.value())
                                .bind(1, id))
                        .filter(last -> last)
                        .map(_ -> Outcome.LAST_ADMINISTRATOR);
    }

    private static Mono<Boolean> asked(DatabaseClient.GenericExecuteSpec question) {
        return question.map(row -> Boolean.TRUE.equals(row.get("it", Boolean.class)))
                .one();
    }

    private static Mono<Outcome> done(DatabaseClient.GenericExecuteSpec change) {
        return change.fetch().rowsUpdated().map(rows -> rows > 0 ? Outcome.DONE : Outcome.UNKNOWN);
    }
}
