package org.linli.community;

import static org.linli.platform.database.Columns.text;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps the hashes of staff's passwords; the passwords themselves are never stored.
@Service
public class StaffPasswords {

    /// @param hash  `null` when no password was set yet
    /// @param given whether somebody else chose it, so that it has to be changed
    public record Account(
            CommunityId community, String staff, @Nullable String hash, boolean given) {

        @Override
        public String toString() {
            return "Account[" + community + ", " + staff + "]";
        }
    }

    private final DatabaseClient database;

    StaffPasswords(DatabaseClient database) {
        this.database = database;
    }

    /// Whom this sign-in name may mean: `lin`, or `lin@lm` where several communities have a `lin`.
    public Flux<Account> named(String name) {
        int at = name.indexOf('@');
        return database.sql("""
            select community_id, id, password_hash, password_given from community.staff
            where suspended_at is null and id = $1 and (community_id = $2 or $2 = '') order by community_id""")
                .bind(0, at < 0 ? name : name.substring(0, at))
                .bind(1, at < 0 ? "" : name.substring(at + 1))
                .map(row -> new Account(
                        new CommunityId(text(row, "community_id")),
                        text(row, "id"),
                        row.get("password_hash", String.class),
                        Boolean.TRUE.equals(row.get("password_given", Boolean.class))))
                .all();
    }

    /// Empty where there is no such staff member.
    public Mono<Account> of(CommunityId community, String staff) {
        return named(staff + "@" + community).next();
    }

    /// One that only its owner knows. Never empty: whether there is such a staff member.
    public Mono<Boolean> set(CommunityId community, String staff, String hash) {
        return set(community, staff, hash, false);
    }

    /// One that others may know, so that it has to be changed at the next sign-in. Never empty: whether there is such a
    /// staff member.
    public Mono<Boolean> give(CommunityId community, String staff, String hash) {
        return set(community, staff, hash, true);
    }

    private Mono<Boolean> set(CommunityId community, String staff, String hash, boolean given) {
        return database.sql("""
            update community.staff set password_hash = $3, password_given = $4
            where community_id = $1 and id = $2""")
                .bind(0, community.value())
                .bind(1, staff)
                .bind(2, hash)
                .bind(3, given)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Never empty: whether the old hash was still there, and is the fresh one now.
    public Mono<Boolean> replace(Account account, String old, String fresh) {
        return database.sql("""
                        update community.staff set password_hash = $4
                        where community_id = $1 and id = $2 and password_hash = $3""")
                .bind(0, account.community().value())
                .bind(1, account.staff())
                .bind(2, old)
                .bind(3, fresh)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Never empty: whether anybody can sign in at all.
    public Mono<Boolean> anySet() {
        return database.sql("select exists (select from community.staff where password_hash is not null) as any_set")
                .map(row -> Boolean.TRUE.equals(row.get("any_set", Boolean.class)))
                .one();
    }
}
