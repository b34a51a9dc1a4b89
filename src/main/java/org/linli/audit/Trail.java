package org.linli.audit;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.ZoneOffset;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the trail, and proves it.
@Component
public class Trail {

    private static final String FILTERED = """
            select * from audit.entries where community_id = $1 and ($2 = '' or what = $2)
              and ($3 = '' or who = $3) and ($4 = '' or position($4 in about) > 0)
              and at >= $5 and at < $6
            """;

    private static final String CHAINED = """
            select coalesce(s.place, 0) as place, coalesce(s.hash, '') as hash, e.* from (%s) e
            left join audit.seals s on s.community_id = e.community_id and s.entry = e.id
            order by s.place nulls last, e.id
            """.formatted(FILTERED);

    private final DatabaseClient database;

    Trail(DatabaseClient database) {
        this.database = database;
    }

    /// The latest first.
    ///
    /// @param what   only of this kind; empty: of every kind
    /// @param before only older than this id
    public Flux<Entry> latest(CommunityId community, String what, long before, int most) {
        return latest(community, TrailFilter.of(what), before, most);
    }

    /// @param before only older than this id
    public Flux<Entry> latest(CommunityId community, TrailFilter filter, long before, int most) {
        return bound(FILTERED + "and id < $7 order by id desc limit $8", community, filter)
                .bind(6, before)
                .bind(7, most)
                .map(Trail::read)
                .all();
    }

    /// All of them as they are chained, what is not chained yet last; without a filter, [CheckExport] proves them.
    public Flux<Chained> chained(CommunityId community, TrailFilter filter) {
        return bound(CHAINED, community, filter)
                .map(row -> new Chained(number(row, "place"), text(row, "hash"), read(row)))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, CommunityId community, TrailFilter filter) {
        return database.sql(sql)
                .bind(0, community.value())
                .bind(1, filter.what())
                .bind(2, filter.who())
                .bind(3, filter.about())
                .bind(4, filter.from().atOffset(ZoneOffset.UTC))
                .bind(5, filter.until().atOffset(ZoneOffset.UTC));
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
                .map(row -> new Chained(
                        number(row, "place"), text(row, "hash"), row.get("id", Long.class) == null ? null : read(row)))
                .all()
                .reduce(Proof.BEGUN, Proof::further);
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
