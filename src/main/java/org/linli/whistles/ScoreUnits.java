package org.linli.whistles;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Counts how those answered who were called.
@Component
public class ScoreUnits {

    /// How a unit answers: counted since a day.
    ///
    /// @param called whistles in all
    /// @param inTime of them those to which somebody came in time
    /// @param late somebody came late, or nobody though the time is over
    /// @param refusals how often it said no
    /// @param rated how many were rated
    /// @param stars their sum
    public record Score(String unit, long called, long inTime, long late, long refusals, long rated, long stars) {}

    private final DatabaseClient database;

    ScoreUnits(DatabaseClient database) {
        this.database = database;
    }

    /// Of every unit that was called since then.
    public Flux<Score> scores(CommunityId community, Instant since, Instant now) {
        return database.sql("""
                        select unit, count(*) as called, sum(refusals)::bigint as refusals,
                          count(*) filter (where reported_at <= report_by) as in_time,
                          count(*) filter (where state <> 'RELEASED' and coalesce(reported_at, $3) > report_by) as late,
                          count(*) filter (where stars > 0) as rated, sum(stars)::bigint as stars
                        from whistles.whistles where community_id = $1 and called_at >= $2
                        group by unit order by called desc, unit""")
                .bind("$1", community.value())
                .bind("$2", since.atOffset(UTC))
                .bind("$3", now.atOffset(UTC))
                .map(row -> new Score(
                        text(row, "unit"),
                        number(row, "called"),
                        number(row, "in_time"),
                        number(row, "late"),
                        number(row, "refusals"),
                        number(row, "rated"),
                        number(row, "stars")))
                .all();
    }
}
