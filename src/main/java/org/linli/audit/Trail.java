package org.linli.audit;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the trail, and proves it.
@Component
public class Trail {

    /// A line with the seal that chains it.
    ///
    /// @param entry `null` where it was taken away
    private record Sealed(long place, String hash, @Nullable Entry entry) {}

    private record Proof(long proven, String head, @Nullable Long broken) {}

    private final DatabaseClient database;

    Trail(DatabaseClient database) {
        this.database = database;
    }

    /// The latest first.
    ///
    /// @param what   only of this kind; empty: of every kind
    /// @param before only older than this id
    public Flux<Entry> latest(CommunityId community, String what, long before, int most) {
        return database.sql("""
                        select * from audit.entries where community_id = $1 and ($2 = '' or what = $2) and id < $3
                        order by id desc limit $4""")
                .bind(0, community.value())
                .bind(1, what)
                .bind(2, before)
                .bind(3, most)
                .map(Trail::read)
                .all();
    }

    /// All of it, the earliest first.
    public Flux<Entry> all(CommunityId community) {
        return database.sql("select * from audit.entries where community_id = $1 order by id")
                .bind(0, community.value())
                .map(Trail::read)
                .all();
    }

    /// Computes every hash anew. Never empty.
    public Mono<Verdict> verify(CommunityId community) {
        return Mono.zip(proof(community), waiting(community), lost(community))
                .map(it -> new Verdict(
                        it.getT1().proven(),
                        it.getT2(),
                        it.getT1().head(),
                        it.getT1().broken(),
                        it.getT3()));
    }

    private Mono<Proof> proof(CommunityId community) {
        return database.sql("""
                        select s.place, s.hash, e.* from audit.seals s
                        left join audit.entries e on e.community_id = s.community_id and e.id = s.entry
                        where s.community_id = $1 order by s.place""")
                .bind(0, community.value())
                .map(row -> new Sealed(
                        number(row, "place"), text(row, "hash"), row.get("id", Long.class) == null ? null : read(row)))
                .all()
                .reduce(new Proof(0, Entry.BEGINNING, null), Trail::further);
    }

    private static Proof further(Proof before, Sealed it) {
        if (before.broken() != null) {
            return before;
        }
        var entry = it.entry();
        boolean fits = entry != null
                && it.place() == before.proven() + 1
                && entry.hash(before.head()).equals(it.hash());
        return fits ? new Proof(it.place(), it.hash(), null) : new Proof(before.proven(), before.head(), it.place());
    }

    private Mono<Long> waiting(CommunityId community) {
        return count("select count(*) as it from audit.unsealed where community_id = $1", community);
    }

    private Mono<Long> lost(CommunityId community) {
        return count("""
                select count(*) as it from audit.entries e where community_id = $1
                  and not exists (select from audit.seals s where s.community_id = $1 and s.entry = e.id)
                  and not exists (select from audit.unsealed u where u.community_id = $1 and u.entry = e.id)""", community);
    }

    private Mono<Long> count(String sql, CommunityId community) {
        return database.sql(sql)
                .bind(0, community.value())
                .map(row -> number(row, "it"))
                .one();
    }

    static Entry read(Readable row) {
        return new Entry(
                new CommunityId(text(row, "community_id")),
                number(row, "id"),
                instant(row, "at"),
                text(row, "who"),
                text(row, "what"),
                text(row, "about"),
                text(row, "detail"));
    }
}
