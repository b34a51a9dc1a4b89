package org.linli.cases;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How much units and people have in hand. An emergency weighs as much as five cases, what is urgent or late as two,
/// and what waits for the resident nothing.
@Component
public class Workload {

    private static final String WEIGHT = """
            sum(case when priority = 'EMERGENCY' then 5 when waiting_since is not null then 0
              when priority = 'URGENT' or due_at < :now then 2 else 1 end)::int as weight""";

    private static final String OF_UNITS = "select unit, " + WEIGHT
            + " from cases.cases where community_id = :community and unit = any(:units) and is_open group by unit";

    private static final String OF_THESE = "select count(*) as open from cases.cases"
            + " where community_id = :community and assignee = any(:people) and is_open";

    private static final String OF_PEOPLE =
            "select assignee, count(*) as open, count(*) filter (where waiting_since is null"
                    + " and due_at < :now) as late, " + WEIGHT + " from cases.cases"
                    + " where community_id = :community and assignee is not null and is_open group by assignee";

    /// What somebody accepted and did not finish.
    public record InHand(long open, long late, int weight) {

        public static final InHand NOTHING = new InHand(0, 0, 0);
    }

    private final DatabaseClient database;
    private final Clock clock;

    Workload(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// By unit; units without open cases are missing. Never empty.
    public Mono<Map<String, Integer>> ofUnits(CommunityId community, Collection<String> units) {
        return of(OF_UNITS, community)
                .bind("units", units.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "unit"), integer(row, "weight")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// By staff member; whoever has nothing is missing. Never empty.
    public Mono<Map<String, InHand>> ofPeople(CommunityId community) {
        return of(OF_PEOPLE, community)
                .map(row -> Map.entry(
                        text(row, "assignee"),
                        new InHand(number(row, "open"), number(row, "late"), integer(row, "weight"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// How many open cases these people have in hand together. Never empty.
    public Mono<Long> openOf(CommunityId community, Collection<String> people) {
        return people.isEmpty()
                ? Mono.just(0L)
                : database.sql(OF_THESE)
                        .bind("community", community.value())
                        .bind("people", people.toArray(String[]::new))
                        .map(row -> number(row, "open"))
                        .one();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, CommunityId community) {
        return database.sql(sql)
                .bind("community", community.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
}
