package org.linli.community;

import static org.linli.platform.database.Columns.number;

import java.util.List;
import java.util.stream.Stream;
import org.linli.community.file.CommunityFile;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes a checked file, one statement a table, within the caller's transaction. Two imports of one community wait
/// for each other at its row of `community.communities`.
@Component
class WriteCommunity {

    private final DatabaseClient database;
    private final ResidentNames names;
    private final boolean madeUp;

    /// @param madeUp whether what is imported now is nobody real
    WriteCommunity(DatabaseClient database, ResidentNames names, @Value("${linli.demo}") boolean madeUp) {
        this.database = database;
        this.names = names;
        this.madeUp = madeUp;
    }

    /// Whether the community is as it was, and stays so until the caller's transaction ends. Never empty.
    Mono<Boolean> unchanged(CommunityId community, long version) {
        return database.sql("select version from community.communities where community_id = $1 for update")
                .bind(0, community.value())
                .map(row -> number(row, "version") == version)
                .one()
                .defaultIfEmpty(false);
    }

    /// Takes the id for a community that is not there. Never empty: whether it was free.
    Mono<Boolean> begun(CommunityId community, CommunityFile.Head head) {
        return database.sql("""
            insert into community.communities (community_id, name, case_prefix, made_up) values ($1, $2, $3, $4)
            on conflict do nothing""")
                .bind(0, community.value())
                .bind(1, head.name())
                .bind(2, head.casePrefix())
                .bind(3, madeUp)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// By which somebody signs in for the first time, and then has to choose their own. Never empty.
    Mono<Long> firstPassword(CommunityId community, String staff, String hash) {
        return database.sql("""
            update community.staff set password_hash = $3, password_given = true
            where community_id = $1 and id = $2""")
                .bind(0, community.value())
                .bind(1, staff)
                .bind(2, hash)
                .fetch()
                .rowsUpdated();
    }

    /// Whether there is such a unit, which is not retired. Never empty.
    Mono<Boolean> isActing(CommunityId community, String unit) {
        return database.sql("""
            select exists (select from community.units where community_id = $1 and id = $2 and not retired) as it""")
                .bind(0, community.value())
                .bind(1, unit)
                .map(row -> Boolean.TRUE.equals(row.get("it", Boolean.class)))
                .one();
    }

    /// Who can sign in. Never empty.
    Mono<Boolean> hasAdministrator(CommunityId community) {
        return database.sql("""
            select exists (select from community.staff where community_id = $1 and role = 'ADMIN'
              and suspended_at is null and password_hash is not null) as it""")
                .bind(0, community.value())
                .map(row -> Boolean.TRUE.equals(row.get("it", Boolean.class)))
                .one();
    }

    /// Never empty: what was there before and is not in the file, like `residents r07`.
    Mono<List<String>> write(CommunityFile file) {
        return head(file)
                .thenMany(Flux.fromStream(() -> Table.all(file, names)).concatMap(it -> insert(file.id(), it)))
                .then(kept(file));
    }

    private Mono<Void> head(CommunityFile file) {
        var head = file.head();
        var statement = head == null
                ? database.sql("update community.communities set version = version + 1, made_up = $2 where"
                                + " community_id = $1")
                        .bind(1, madeUp)
                : database.sql("""
                    insert into community.communities as old (community_id, name, case_prefix, made_up)
                    values ($1, $2, $3, $4)
                    on conflict (community_id) do update set
                        name = excluded.name, case_prefix = excluded.case_prefix,
                        made_up = excluded.made_up, version = old.version + 1""")
                        .bind(1, head.name())
                        .bind(2, head.casePrefix())
                        .bind(3, madeUp);
        return statement.bind(0, file.id().value()).then();
    }

    private <T> Mono<Void> insert(CommunityId community, Table<T> table) {
        if (table.rows().isEmpty()) {
            return Mono.empty();
        }
        var statement = database.sql(table.sql()).bind(0, community.value());
        for (int i = 0; i < table.columns().size(); i++) {
            statement = statement.bind(i + 1, table.column(i));
        }
        return statement.then();
    }

    /// Rows that people added by declaring themselves are not the file's to mention.
    private Mono<List<String>> kept(CommunityFile file) {
        return Flux.concat(
                        left(file, "places", file.places().stream().map(Place::id)),
                        left(file, "units", file.units().stream().map(Unit::id)),
                        left(
                                file,
                                "staff",
                                file.staff().stream().map(it -> it.member().id())),
                        left(file, "residents", file.residents().stream().map(CommunityFile.Person::id)))
                .collectList();
    }

    private Flux<String> left(CommunityFile file, String table, Stream<String> mentioned) {
        String[] ids = mentioned.toArray(String[]::new);
        if (ids.length == 0) {
            return Flux.empty();
        }
        return database.sql("""
            select id from community.%s
            where community_id = $1 and not id = any($2) and id not like 'n-%%' order by id""".formatted(table))
                .bind(0, file.id().value())
                .bind(1, ids)
                .map(row -> table + " " + row.get("id", String.class))
                .all();
    }
}
