package org.linli.cases;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What is open where.
@Component
public class OpenByPlace {

    /// More dots than these no picture of a building shows.
    public static final int MOST = 500;

    private static final String COUNTS = """
            select c.spot, count(*) as open, count(*) filter (where c.waiting_since is null and c.due_at < :now) as late
            %s group by c.spot""";

    /// @param spot a building or named spot; empty: without a place
    public record Count(String spot, long open, long late) {}

    private final DatabaseClient database;
    private final Clock clock;

    OpenByPlace(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Those with the earliest deadlines, at most 500.
    public Flux<Case> at(Sight sight, String spot) {
        return at("", sight, spot).map(CaseColumns::read).all();
    }

    /// @param before `explain`, or nothing
    GenericExecuteSpec at(String before, Sight sight, String spot) {
        var query = DeskQuery.seen(sight).and("c.is_open").and("c.spot = :spot", "spot", spot);
        return query.bind(database.sql(
                        before + "select c.*" + query.where() + " order by c.due_at, c.number limit :limit"))
                .bind("limit", MOST);
    }

    /// In no order; where nothing is open is missing.
    public Flux<Count> counts(Sight sight) {
        var query = DeskQuery.seen(sight).and("c.is_open");
        return query.bind(database.sql(COUNTS.formatted(query.where())))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map(row -> new Count(text(row, "spot"), number(row, "open"), number(row, "late")))
                .all();
    }
}
