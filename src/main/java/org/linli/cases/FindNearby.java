package org.linli.cases;

import static org.linli.platform.database.Columns.number;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Whether the neighbours have the same problem; questions of the same moment share a statement.
@Component
class FindNearby {

    private static final int MOST = 256;
    private static final int ABREAST = 2;

    private static final String NEARBY = """
            select it.n, coalesce(s.version, 0) as seen, h.before, c.*
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
              as it (community_id, spot, label, since, year, n)
            left join cases.spots s using (community_id, spot, label)
            cross join lateral (
              select count(*) as before from cases.cases h
              where h.community_id = it.community_id and h.spot = it.spot and h.label = it.label
                and h.opened_at >= it.year and h.state <> 'WITHDRAWN' and h.kind <> 'MANDATE') h
            left join lateral (
              select * from cases.cases c
              where c.community_id = it.community_id and c.spot = it.spot and c.label = it.label and c.is_open
                and c.kind <> 'MANDATE'
                and c.opened_at > it.since
              order by c.opened_at desc limit 20) c on true""";

    private record Where(CommunityId community, String spot, String label, Instant since, Instant year) {}

    private record Seen(long seen, long before, @Nullable Case known) {}

    private final DatabaseClient database;
    private final Coalesced<Where, List<Seen>> asked = new Coalesced<>(MOST, ABREAST, this::all);

    FindNearby(DatabaseClient database) {
        this.database = database;
    }

    /// Open cases of this label at this spot that people reported, and how many there were this year. Never empty;
    /// without a spot there is nothing nearby.
    ///
    /// @param at what is opened now counts from the first day of its year
    Mono<Nearby> to(CommunityId community, Problem problem, Instant at) {
        return problem.spot().isEmpty()
                ? Mono.just(Nearby.NOTHING)
                : asked.call(new Where(
                                community,
                                problem.spot(),
                                problem.label(),
                                at.minus(Similar.WITHIN),
                                SpokenTime.newYear(at)))
                        .map(FindNearby::together);
    }

    private static Nearby together(List<Seen> rows) {
        long seen = rows.stream().mapToLong(Seen::seen).max().orElse(0);
        long before = rows.stream().mapToLong(Seen::before).max().orElse(0);
        return new Nearby(
                seen,
                before,
                rows.stream().flatMap(row -> Stream.ofNullable(row.known())).toList());
    }

    private Mono<List<List<Seen>>> all(List<Where> asked) {
        var sql = database.sql(NEARBY)
                .bind(0, Column.texts(asked, it -> it.community().value()))
                .bind(1, Column.texts(asked, Where::spot))
                .bind(2, Column.texts(asked, Where::label))
                .bind(3, Column.times(asked, Where::since))
                .bind(4, Column.times(asked, Where::year));
        return Crowd.answers(
                sql,
                asked.size(),
                row -> new Seen(
                        number(row, "seen"),
                        number(row, "before"),
                        row.get("number") == null ? null : CaseColumns.read(row)));
    }
}
